package dev.pennant.core.retail;

import dev.pennant.core.period.CumulativePeriod;
import dev.pennant.core.period.Period;
import dev.pennant.core.period.ReportingDay;
import dev.pennant.core.period.ReportingHour;
import dev.pennant.core.period.RunningPeriod;
import java.time.YearMonth;
import java.util.Arrays;

/**
 * Which periods have to be told anew. A running sum changes from the day on that changed, in its own year and as the base of the next one; so for
 * each year the first such day is all there is to know, and marking one costs a comparison.
 */
final class ChangedDays {
    /** Takes one period after the other. */
    @FunctionalInterface
    interface Visitor {
        /**
         * Takes a period.
         *
         * @param again whether it is to be told even if nothing was sold in it
         */
        void visit(Period period, ComparedRange range, boolean again);
    }

    private static final int NONE = Integer.MAX_VALUE;

    private int[] firstDays = new int[0];
    private int againFrom = NONE;
    private int frontierTold;

    /**
     * Nothing has changed yet.
     *
     * @param frontierTold the frontier when all was told last; −1 where nothing ever was
     */
    ChangedDays(int frontierTold) {
        this.frontierTold = frontierTold;
    }

    /** Marks a day of a year. */
    void mark(int year, int day) {
        int index = year - ReportingDay.FIRST_YEAR;
        if (index >= firstDays.length) {
            grow(index + 1);
        }
        if (day < firstDays[index]) {
            firstDays[index] = day;
        }
    }

    /** Marks all days from one on through the frontier, in whatever year. */
    void markFrom(int day, int frontier) {
        mark(ReportingDay.year(day), day);
        int lastYear = ReportingDay.year(Math.max(0, ReportingHour.day(frontier)));
        for (int year = ReportingDay.year(day) + 1; year <= lastYear; year++) {
            mark(year, ReportingDay.firstOf(year));
        }
    }

    /** Marks all days from one on, which are to be told even if nothing was sold on them. */
    void tellAgainFrom(int day, int frontier) {
        markFrom(day, frontier);
        againFrom = Math.min(againFrom, day);
    }

    /**
     * Visits the periods changed, first the days of a year and then its months, and forgets them.
     *
     * @param frontier no period beyond it is visited, and the one it was in before is told again with those it has gone through
     */
    void drain(int frontier, Visitor visitor) {
        if (frontierTold >= 0 && frontierTold < frontier) {
            markFrom(ReportingHour.day(frontierTold), frontier);
        }
        int lastDay = ReportingHour.day(frontier);
        for (int year = ReportingDay.FIRST_YEAR; frontier >= 0 && year <= ReportingDay.year(lastDay); year++) {
            int from = Math.min(firstOf(year), firstAsBase(year));
            if (from <= lastDay) {
                visit(from, Math.min(lastDay, ReportingDay.lastOf(year)), frontier, visitor);
            }
        }
        Arrays.fill(firstDays, NONE);
        againFrom = NONE;
        frontierTold = frontier;
    }

    private void visit(int from, int through, int frontier, Visitor visitor) {
        for (int day = from; day <= through; day++) {
            ComparedRange range = ComparedRange.throughDay(day, frontier);
            visitor.visit(new RunningPeriod(ReportingHour.date(day), range.hours()), range, day >= againFrom);
        }
        YearMonth last = YearMonth.from(ReportingHour.date(through));
        for (YearMonth month = YearMonth.from(ReportingHour.date(from));
                !month.isAfter(last);
                month = month.plusMonths(1)) {
            ComparedRange range = ComparedRange.throughMonth(month, frontier);
            visitor.visit(CumulativePeriod.through(month), range, range.day() >= againFrom);
        }
    }

    private int firstOf(int year) {
        int index = year - ReportingDay.FIRST_YEAR;
        return index >= 0 && index < firstDays.length ? firstDays[index] : NONE;
    }

    /** The first day whose base changed: the same date; after 29 February, 28 February, which is a day sooner than need be. */
    private int firstAsBase(int year) {
        int day = firstOf(year - 1);
        return day == NONE ? NONE : ReportingHour.day(ReportingHour.date(day).plusYears(1));
    }

    private void grow(int size) {
        int known = firstDays.length;
        firstDays = Arrays.copyOf(firstDays, size);
        Arrays.fill(firstDays, known, size, NONE);
    }
}
