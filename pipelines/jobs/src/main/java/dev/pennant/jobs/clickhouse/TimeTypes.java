package dev.pennant.jobs.clickhouse;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The types of moments and days. */
final class TimeTypes {
    private static final Pattern DECIMALS = Pattern.compile("DateTime64\\(([0-9])(?:,.*)?\\)");

    private TimeTypes() {}

    /** The type of a name, or nothing where no moment or day goes into it. */
    static Optional<ColumnType> of(String type) {
        Matcher time = DECIMALS.matcher(type);
        if (time.matches()) {
            return Optional.of(new Time(Integer.parseInt(time.group(1))));
        }
        if (type.startsWith("DateTime") && !type.startsWith("DateTime64")) {
            return Optional.of(new Seconds());
        }
        return switch (type) {
            case "Date" -> Optional.of(new Day(2, LocalDate.EPOCH, LocalDate.EPOCH.plusDays(65_535)));
            case "Date32" -> Optional.of(new Day(4, LocalDate.of(1900, 1, 1), LocalDate.of(2299, 12, 31)));
            default -> Optional.empty();
        };
    }

    /** A moment with so many decimals of a second. */
    private static final class Time implements ColumnType {
        private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");
        private static final Instant END = Instant.parse("2300-01-01T00:00:00Z");
        private static final long NANOS_OF_A_SECOND = 1_000_000_000;

        private final long ticksOfASecond;

        Time(int decimals) {
            ticksOfASecond = BigInteger.TEN.pow(decimals).longValueExact();
        }

        @Override
        public boolean fits(Object value) {
            return value instanceof Instant time && !time.isBefore(FIRST) && time.isBefore(END);
        }

        @Override
        public Object blank() {
            return Instant.EPOCH;
        }

        @Override
        public void write(Object value, NativeBytes out) {
            Instant time = (Instant) value;
            long ticks = time.getNano() / (NANOS_OF_A_SECOND / ticksOfASecond);
            out.put(time.getEpochSecond() * ticksOfASecond + ticks, Long.BYTES);
        }
    }

    /** A moment in seconds. */
    private static final class Seconds implements ColumnType {
        private static final Instant END = Instant.ofEpochSecond(1L << 32);

        @Override
        public boolean fits(Object value) {
            return value instanceof Instant time && !time.isBefore(Instant.EPOCH) && time.isBefore(END);
        }

        @Override
        public Object blank() {
            return Instant.EPOCH;
        }

        @Override
        public void write(Object value, NativeBytes out) {
            out.put(((Instant) value).getEpochSecond(), Integer.BYTES);
        }
    }

    /** A date. */
    private static final class Day implements ColumnType {
        private final int bytes;
        private final LocalDate first;
        private final LocalDate last;

        Day(int bytes, LocalDate first, LocalDate last) {
            this.bytes = bytes;
            this.first = first;
            this.last = last;
        }

        @Override
        public boolean fits(Object value) {
            return value instanceof LocalDate day && !day.isBefore(first) && !day.isAfter(last);
        }

        @Override
        public Object blank() {
            return LocalDate.EPOCH;
        }

        @Override
        public void write(Object value, NativeBytes out) {
            out.put(((LocalDate) value).toEpochDay(), bytes);
        }
    }
}
