package dev.pennant.jobs.clickhouse;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a type of ClickHouse can hold, and how it stands in its format Native. Wrappings are taken off before. */
interface ColumnType {
    /** Whether a value that is there can be held unchanged. */
    boolean fits(Object value);

    /** Writes a value that fits. */
    void write(Object value, NativeBytes out);

    /** A value that fits, and stands where there is none. */
    Object blank();

    /** Writes the values of some rows; where there is none, any. */
    default void writeAll(Object[] values, NativeBytes out) {
        for (Object value : values) {
            write(value == null ? blank() : value, out);
        }
    }

    /** The type of a name, or nothing where no value of ours goes into it. */
    static Optional<ColumnType> of(String type) {
        Matcher integer = Whole.PATTERN.matcher(type);
        if (integer.matches()) {
            return Optional.of(new Whole(
                    Integer.parseInt(integer.group(2)) / Byte.SIZE,
                    integer.group(1).isEmpty()));
        }
        Matcher decimal = Decimal.PATTERN.matcher(type);
        if (decimal.matches()) {
            return Optional.of(new Decimal(Integer.parseInt(decimal.group(1)), Integer.parseInt(decimal.group(2))));
        }
        Matcher enumeration = Enumeration.PATTERN.matcher(type);
        if (enumeration.matches()) {
            return Optional.of(Enumeration.of(Integer.parseInt(enumeration.group(1)), enumeration.group(2)));
        }
        if (type.startsWith("Array(")) {
            return of(type.substring("Array(".length(), type.length() - 1))
                    .filter(Whole.class::isInstance)
                    .map(item -> new Numbers((Whole) item));
        }
        return switch (type) {
            case "String" -> Optional.of(new Text());
            case "Bool" -> Optional.of(new Truth());
            default -> TimeTypes.of(type);
        };
    }

    /** A whole number of so many bytes. */
    final class Whole implements ColumnType {
        private static final Pattern PATTERN = Pattern.compile("(U?)Int(8|16|32|64|128|256)");

        private final int bytes;
        private final BigInteger least;
        private final BigInteger most;
        private final long leastLong;
        private final long mostLong;

        private Whole(int bytes, boolean signed) {
            this.bytes = bytes;
            int bits = bytes * Byte.SIZE;
            least = signed ? BigInteger.ONE.shiftLeft(bits - 1).negate() : BigInteger.ZERO;
            most = BigInteger.ONE.shiftLeft(signed ? bits - 1 : bits).subtract(BigInteger.ONE);
            leastLong = least.max(BigInteger.valueOf(Long.MIN_VALUE)).longValueExact();
            mostLong = most.min(BigInteger.valueOf(Long.MAX_VALUE)).longValueExact();
        }

        @Override
        public boolean fits(Object value) {
            if (value instanceof Long || value instanceof Integer) {
                return fits(((Number) value).longValue());
            }
            return value instanceof BigInteger number && number.compareTo(least) >= 0 && number.compareTo(most) <= 0;
        }

        private boolean fits(long number) {
            return number >= leastLong && number <= mostLong;
        }

        @Override
        public Object blank() {
            return 0;
        }

        @Override
        public void write(Object value, NativeBytes out) {
            if (value instanceof BigInteger number) {
                out.put(number, bytes);
            } else {
                out.put(((Number) value).longValue(), bytes);
            }
        }
    }

    /** Whole numbers, of which a row has some. */
    final class Numbers implements ColumnType {
        private final Whole item;

        private Numbers(Whole item) {
            this.item = item;
        }

        @Override
        public boolean fits(Object value) {
            if (!(value instanceof int[] numbers)) {
                return false;
            }
            for (int number : numbers) {
                if (!item.fits((long) number)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public Object blank() {
            return new int[0];
        }

        /** The numbers alone; how many they are stands before those of all rows. */
        @Override
        public void write(Object value, NativeBytes out) {
            for (int number : (int[]) value) {
                out.put(number, item.bytes);
            }
        }

        /** Where the numbers of each row end, and then the numbers of all; of an array no row has none. */
        @Override
        public void writeAll(Object[] values, NativeBytes out) {
            long end = 0;
            for (Object value : values) {
                end += ((int[]) value).length;
                out.put(end, Long.BYTES);
            }
            for (Object value : values) {
                write(value, out);
            }
        }
    }

    /** A decimal, which stands as a whole number of its last digit. */
    final class Decimal implements ColumnType {
        private static final Pattern PATTERN = Pattern.compile("Decimal\\((\\d+), ?(\\d+)\\)");

        private final int digitsBeforePoint;
        private final int scale;
        private final int bytes;

        private Decimal(int precision, int scale) {
            digitsBeforePoint = precision - scale;
            this.scale = scale;
            bytes = precision <= 9 ? 4 : precision <= 18 ? 8 : precision <= 38 ? 16 : 32;
        }

        @Override
        public boolean fits(Object value) {
            if (!(value instanceof BigDecimal number)) {
                return false;
            }
            if (number.scale() > scale && number.stripTrailingZeros().scale() > scale) {
                return false;
            }
            return number.signum() == 0 || number.precision() - number.scale() <= digitsBeforePoint;
        }

        @Override
        public Object blank() {
            return BigDecimal.ZERO;
        }

        @Override
        public void write(Object value, NativeBytes out) {
            out.put(((BigDecimal) value).setScale(scale).unscaledValue(), bytes);
        }
    }

    /** A text, or any bytes. */
    final class Text implements ColumnType {
        private Text() {}

        @Override
        public boolean fits(Object value) {
            return value instanceof String || value instanceof byte[];
        }

        @Override
        public Object blank() {
            return "";
        }

        @Override
        public void write(Object value, NativeBytes out) {
            if (value instanceof byte[] bytes) {
                out.put(bytes);
            } else {
                out.put((String) value);
            }
        }
    }

    /** Yes or no. */
    final class Truth implements ColumnType {
        private Truth() {}

        @Override
        public boolean fits(Object value) {
            return value instanceof Boolean;
        }

        @Override
        public Object blank() {
            return false;
        }

        @Override
        public void write(Object value, NativeBytes out) {
            out.putByte(Boolean.TRUE.equals(value) ? 1 : 0);
        }
    }

    /** One of some names, each of which stands for a number. */
    final class Enumeration implements ColumnType {
        private static final Pattern PATTERN = Pattern.compile("Enum(8|16)\\((.*)\\)");
        private static final Pattern NAME = Pattern.compile("'((?:[^'\\\\]|\\\\.)*)' = (-?\\d+)");

        private final int bytes;
        private final Map<String, Integer> numbers;

        private Enumeration(int bytes, Map<String, Integer> numbers) {
            this.bytes = bytes;
            this.numbers = numbers;
        }

        private static Enumeration of(int bits, String names) {
            Map<String, Integer> numbers = new HashMap<>();
            Matcher name = NAME.matcher(names);
            while (name.find()) {
                numbers.put(name.group(1).replaceAll("\\\\(.)", "$1"), Integer.valueOf(name.group(2)));
            }
            return new Enumeration(bits / Byte.SIZE, numbers);
        }

        @Override
        public boolean fits(Object value) {
            return value instanceof String name && numbers.containsKey(name);
        }

        @Override
        public Object blank() {
            return numbers.keySet().iterator().next();
        }

        @Override
        public void write(Object value, NativeBytes out) {
            out.put(numbers.get(value), bytes);
        }
    }
}
