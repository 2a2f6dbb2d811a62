package dev.pennant.core.period;

import dev.pennant.core.ReportingZone;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Hours and days as plain numbers, counted from midnight of 1 January 2000 in {@link ReportingZone}; there the clock has been eight hours ahead
 * of UTC ever since, so both are plain divisions. A number below zero is a time before.
 */
public final class ReportingHour {
    /** Hours of a day. */
    public static final int PER_DAY = 24;

    /** Hours are counted from here on; before, clocks were changed in summer. */
    public static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);

    private static final long FIRST_MILLI =
            FIRST_DAY.atStartOfDay(ReportingZone.ZONE).toInstant().toEpochMilli();
    private static final long FIRST_EPOCH_DAY = FIRST_DAY.toEpochDay();
    private static final long MILLIS = 3_600_000;

    private ReportingHour() {}

    /** The hour of a moment, in milliseconds of UTC. */
    public static int of(long epochMillis) {
        return (int) Math.floorDiv(epochMillis - FIRST_MILLI, MILLIS);
    }

    /** When an hour begins, in milliseconds of UTC. */
    public static long startMillis(int hour) {
        return FIRST_MILLI + hour * MILLIS;
    }

    /** When an hour begins. */
    public static Instant start(int hour) {
        return Instant.ofEpochMilli(startMillis(hour));
    }

    /** The day of an hour. */
    public static int day(int hour) {
        return Math.floorDiv(hour, PER_DAY);
    }

    /** The number of a date. */
    public static int day(LocalDate date) {
        return Math.toIntExact(date.toEpochDay() - FIRST_EPOCH_DAY);
    }

    /** Which hour of its day an hour is, 0 to 23. */
    public static int hourOfDay(int hour) {
        return Math.floorMod(hour, PER_DAY);
    }

    /** The first hour of a day. */
    public static int firstHour(int day) {
        return day * PER_DAY;
    }

    /** The first hour of a date. */
    public static int firstHour(LocalDate date) {
        return firstHour(day(date));
    }

    /** The date of a day. */
    public static LocalDate date(int day) {
        return LocalDate.ofEpochDay(FIRST_EPOCH_DAY + day);
    }

    /** The date of an hour. */
    public static LocalDate dateOfHour(int hour) {
        return date(day(hour));
    }
}
