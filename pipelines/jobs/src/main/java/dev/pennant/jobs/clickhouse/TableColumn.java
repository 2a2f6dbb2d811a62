package dev.pennant.jobs.clickhouse;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A column as the table has it, and what it cannot hold. The driver would cut decimals, let a wide number wrap around in a
 * narrow column and a far time in a DateTime64, all without a word: these rows are refused here, before they are sent.
 */
final class TableColumn {
    private static final Pattern WRAPPED = Pattern.compile("(LowCardinality|Nullable)\\((.*)\\)");
    private static final Pattern INTEGER = Pattern.compile("(U?)Int(8|16|32|64|128|256)");
    private static final Pattern DECIMAL = Pattern.compile("Decimal\\((\\d+), ?(\\d+)\\)");
    private static final Instant FIRST_TIME = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant END_OF_TIME = Instant.parse("2300-01-01T00:00:00Z");
    private static final LocalDate LAST_DATE = LocalDate.EPOCH.plusDays(65_535);
    private static final LocalDate FIRST_DATE32 = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST_DATE32 = LocalDate.of(2299, 12, 31);
    private static final Instant END_OF_SECONDS = Instant.ofEpochSecond(1L << 32);

    private final String name;
    private final String type;
    private final String defaultKind;
    private final boolean nullable;
    private final Check check;

    /** Says whether a value fits the type. */
    @FunctionalInterface
    private interface Check {
        boolean fits(Object value);
    }

    /** A column as {@code DESCRIBE TABLE} has it: name, type and kind of default. */
    TableColumn(String name, String type, String defaultKind) {
        this.name = name;
        this.type = type;
        this.defaultKind = defaultKind;
        String inner = type;
        boolean seenNullable = false;
        for (Matcher wrapped = WRAPPED.matcher(inner); wrapped.matches(); wrapped = WRAPPED.matcher(inner)) {
            seenNullable |= "Nullable".equals(wrapped.group(1));
            inner = wrapped.group(2);
        }
        this.nullable = seenNullable;
        this.check = checkOf(inner);
    }

    String name() {
        return name;
    }

    /** Whether the table computes it, so that nothing can be written into it. */
    boolean isComputed() {
        return !defaultKind.isEmpty() && !"DEFAULT".equals(defaultKind);
    }

    /** Whether a row is complete without it. */
    boolean isOptional() {
        return nullable || !defaultKind.isEmpty();
    }

    /** Why the value cannot stand in this column, or empty when it can. */
    Optional<String> objection(Object value) {
        if (value instanceof Row.Unreadable unreadable) {
            return Optional.of(unreadable.reason());
        }
        if (value == null) {
            return isOptional()
                    ? Optional.empty()
                    : Optional.of("column " + name + " of type " + type + " takes no null");
        }
        return check.fits(value)
                ? Optional.empty()
                : Optional.of("column " + name + " of type " + type + " cannot hold " + shown(value));
    }

    private static String shown(Object value) {
        String kind = value.getClass().getSimpleName();
        return value instanceof byte[] bytes ? bytes.length + " bytes" : kind + " " + value;
    }

    private static Check checkOf(String type) {
        Matcher integer = INTEGER.matcher(type);
        if (integer.matches()) {
            return checkOfInteger(
                    Integer.parseInt(integer.group(2)), integer.group(1).isEmpty());
        }
        Matcher decimal = DECIMAL.matcher(type);
        if (decimal.matches()) {
            int scale = Integer.parseInt(decimal.group(2));
            int digits = Integer.parseInt(decimal.group(1)) - scale;
            return value -> value instanceof BigDecimal number && fits(number, digits, scale);
        }
        if (type.startsWith("DateTime64")) {
            return value -> value instanceof Instant time && !time.isBefore(FIRST_TIME) && time.isBefore(END_OF_TIME);
        }
        if (type.startsWith("DateTime")) {
            return value ->
                    value instanceof Instant time && !time.isBefore(Instant.EPOCH) && time.isBefore(END_OF_SECONDS);
        }
        if (type.startsWith("Array(")) {
            Check item = checkOf(type.substring("Array(".length(), type.length() - 1));
            return value ->
                    value instanceof int[] numbers && IntStream.of(numbers).allMatch(item::fits);
        }
        return switch (type) {
            case "Date" -> value -> isBetween(value, LocalDate.EPOCH, LAST_DATE);
            case "Date32" -> value -> isBetween(value, FIRST_DATE32, LAST_DATE32);
            case "String" -> value -> value instanceof String || value instanceof byte[];
            case "Bool" -> Boolean.class::isInstance;
            default -> value -> true;
        };
    }

    private static boolean isBetween(Object value, LocalDate first, LocalDate last) {
        return value instanceof LocalDate day && !day.isBefore(first) && !day.isAfter(last);
    }

    private static Check checkOfInteger(int bits, boolean signed) {
        BigInteger least = signed ? BigInteger.ONE.shiftLeft(bits - 1).negate() : BigInteger.ZERO;
        BigInteger most = BigInteger.ONE.shiftLeft(signed ? bits - 1 : bits).subtract(BigInteger.ONE);
        long leastLong = least.max(BigInteger.valueOf(Long.MIN_VALUE)).longValueExact();
        long mostLong = most.min(BigInteger.valueOf(Long.MAX_VALUE)).longValueExact();
        return value -> {
            if (value instanceof Long || value instanceof Integer) {
                long number = ((Number) value).longValue();
                return number >= leastLong && number <= mostLong;
            }
            return value instanceof BigInteger number && number.compareTo(least) >= 0 && number.compareTo(most) <= 0;
        };
    }

    private static boolean fits(BigDecimal number, int digits, int scale) {
        if (number.scale() > scale && number.stripTrailingZeros().scale() > scale) {
            return false;
        }
        return number.signum() == 0 || number.precision() - number.scale() <= digits;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TableColumn column
                && name.equals(column.name)
                && type.equals(column.type)
                && defaultKind.equals(column.defaultKind);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, type, defaultKind);
    }

    @Override
    public String toString() {
        return name + " " + type + (defaultKind.isEmpty() ? "" : " " + defaultKind);
    }
}
