package dev.pennant.core.period;

import java.time.LocalDate;

/** Days as plain numbers, as {@link ReportingHour} counts them, and the years they belong to. */
public final class ReportingDay {
    /** Days of the longest year. */
    public static final int MOST_OF_A_YEAR = 366;

    /** The year in which days begin to be counted. */
    public static final int FIRST_YEAR = ReportingHour.FIRST_DAY.getYear();

    private static final int DAYS_OF_FOUR_YEARS = 1461;

    /** Until the year 2100, which is none, every fourth year is a leap year: then a division tells the year, in a nanosecond. */
    private static final int FIRST_OF_2100 = 36_525;

    private ReportingDay() {}

    /** The calendar year of a day that is not before 2000. */
    public static int year(int day) {
        return day < FIRST_OF_2100
                ? FIRST_YEAR + 4 * day / DAYS_OF_FOUR_YEARS
                : ReportingHour.date(day).getYear();
    }

    /** The first of January. */
    public static int firstOf(int year) {
        return ReportingHour.day(LocalDate.of(year, 1, 1));
    }

    /** The last of December. */
    public static int lastOf(int year) {
        return firstOf(year + 1) - 1;
    }
}
