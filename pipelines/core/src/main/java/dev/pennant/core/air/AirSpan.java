package dev.pennant.core.air;

import dev.pennant.core.period.ReportingDay;
import dev.pennant.core.period.ReportingHour;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * The days of a statistic: a month, or a year through one of its days. Days are plain numbers, as {@link ReportingHour} counts them.
 *
 * @param kind which of the two
 * @param first its first day
 * @param last its last day so far
 */
public record AirSpan(Kind kind, int first, int last) {
    /** What a statistic covers. */
    public enum Kind {
        MONTH("month"),
        YEAR_TO_DATE("year-to-date");

        private final String id;

        Kind(String id) {
            this.id = id;
        }

        /** The contract's spelling. */
        public String id() {
            return id;
        }
    }

    /** A month through one of its days. */
    public static AirSpan monthThrough(int day) {
        return new AirSpan(Kind.MONTH, ReportingHour.day(ReportingHour.date(day).withDayOfMonth(1)), day);
    }

    /** A year through one of its days. */
    public static AirSpan yearThrough(int day) {
        return new AirSpan(Kind.YEAR_TO_DATE, ReportingDay.firstOf(ReportingDay.year(day)), day);
    }

    /**
     * The same span of the year before, through the same day: through 29 February that is the 28th, and through the 28th of a common year the
     * leap year's 29th is left out.
     */
    public AirSpan lastYear() {
        return through(ReportingHour.date(last).minusYears(1));
    }

    /** The same span of the year before, through the end of the month: whole months are compared with whole months. */
    public AirSpan lastYearThroughMonth() {
        return through(YearMonth.from(ReportingHour.date(last)).minusYears(1).atEndOfMonth());
    }

    private AirSpan through(LocalDate date) {
        int day = ReportingHour.day(date);
        return kind == Kind.MONTH ? monthThrough(day) : yearThrough(day);
    }

    /** How many days it has so far. */
    public int days() {
        return last - first + 1;
    }

    /**
     * How many valid days it needs: a month its number even while it is under way, a year through a day its share of the whole year's.
     */
    int daysNeeded(AirValidity validity) {
        LocalDate date = ReportingHour.date(last);
        if (kind == Kind.MONTH) {
            return validity.daysOf(date.getMonth());
        }
        int daysOfYear = date.lengthOfYear();
        return (validity.daysOfYear() * days() + daysOfYear - 1) / daysOfYear;
    }
}
