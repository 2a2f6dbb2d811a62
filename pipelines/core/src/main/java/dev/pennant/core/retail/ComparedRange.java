package dev.pennant.core.retail;

import dev.pennant.core.period.ReportingHour;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * Which hours of this year, from 1 January on, are compared with which of last year, so that growth means the same at every moment of a year:
 * through the same day, and while that day is under way through the same hour.
 *
 * <p>Through 29 February the base runs through the whole of 28 February; through 28 February of a common year it leaves out the 29th of the
 * leap year before; from 1 March on both run through the same date, and the leap year has one day more. Whole months are compared with whole
 * months. What is <em>under way</em> is told by the frontier: the latest hour in which anything was sold.
 *
 * @param year this year
 * @param end the first hour after this year's, a {@link ReportingHour}
 * @param baseEnd the first hour after last year's
 * @param over whether the frontier is beyond the period, so that it is not under way any more
 */
public record ComparedRange(int year, int end, int baseEnd, boolean over) {
    /**
     * From 1 January through a day, or through as much of it as the frontier has reached.
     *
     * @throws IllegalArgumentException when the frontier has not reached the day
     */
    public static ComparedRange throughDay(int day, int frontier) {
        LocalDate date = ReportingHour.date(day);
        LocalDate sameDate = date.minusYears(1);
        int first = ReportingHour.firstHour(day);
        requireReached(first, frontier);
        int hours = Math.min(ReportingHour.PER_DAY, frontier + 1 - first);
        boolean sameDay = date.getDayOfMonth() == sameDate.getDayOfMonth();
        return new ComparedRange(
                date.getYear(),
                first + hours,
                ReportingHour.firstHour(sameDate) + (sameDay ? hours : ReportingHour.PER_DAY),
                frontier >= first + ReportingHour.PER_DAY);
    }

    /**
     * From January through a month; while that is under way, through the frontier's day.
     *
     * @throws IllegalArgumentException when the frontier has not reached the month
     */
    public static ComparedRange throughMonth(YearMonth month, int frontier) {
        requireReached(ReportingHour.firstHour(month.atDay(1)), frontier);
        int end = ReportingHour.firstHour(month.plusMonths(1).atDay(1));
        if (frontier < end) {
            return throughDay(ReportingHour.day(frontier), frontier);
        }
        int baseEnd = ReportingHour.firstHour(month.minusMonths(11).atDay(1));
        return new ComparedRange(month.getYear(), end, baseEnd, true);
    }

    /** The last day of this year's range. */
    public int day() {
        return ReportingHour.day(end - 1);
    }

    /** The last day of last year's range. */
    public int baseDay() {
        return ReportingHour.day(baseEnd - 1);
    }

    /** How many hours of {@link #day()} are in this year's range, 1 to 24. */
    public int hours() {
        return ReportingHour.hourOfDay(end - 1) + 1;
    }

    private static void requireReached(int first, int frontier) {
        if (frontier < first) {
            throw new IllegalArgumentException("hour " + frontier + " is before " + ReportingHour.dateOfHour(first)
                    + ", with which the period ends");
        }
    }
}
