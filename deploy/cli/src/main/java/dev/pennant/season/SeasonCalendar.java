package dev.pennant.season;

import dev.pennant.core.ReportingZone;
import dev.pennant.core.period.CumulativePeriod;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;

/** The months of the season, and at what moments of them enterprises hand in what they have to. */
final class SeasonCalendar {
    static final int FIRST_YEAR = 2019;
    static final int SECOND_YEAR = 2020;

    /** The season is over: the reports through November 2020 are in, those through December not yet due. */
    static final Instant END =
            LocalDate.of(SECOND_YEAR, 12, 21).atStartOfDay(ReportingZone.ZONE).toInstant();

    private static final int FIRST_MONTH_REPORTED = 2;
    private static final int LAST_MONTH_OF_SECOND_YEAR = 11;
    private static final int FIRST_FILING_DAY = 3;
    private static final int DUE_DAY = 18;
    private static final LocalTime OFFICE_OPENS = LocalTime.of(8, 30);
    private static final int OFFICE_SECONDS = 34_200;

    private SeasonCalendar() {}

    /** The periods that are reported: through February to December of the first year, through February to November of the second. */
    static List<CumulativePeriod> periods() {
        return IntStream.rangeClosed(FIRST_YEAR, SECOND_YEAR)
                .boxed()
                .flatMap(year -> IntStream.rangeClosed(
                                FIRST_MONTH_REPORTED, year == SECOND_YEAR ? LAST_MONTH_OF_SECOND_YEAR : 12)
                        .mapToObj(month -> new CumulativePeriod(year, month)))
                .toList();
    }

    /** A filing by the 18th of the month after the period, more often near it. */
    static Instant punctualFiling(CumulativePeriod period, Draw draw) {
        int days = (int) (StrictMath.sqrt(draw.uniform()) * (DUE_DAY - FIRST_FILING_DAY + 1));
        return duringOfficeHours(
                dueDate(period).withDayOfMonth(FIRST_FILING_DAY).plusDays(days), draw);
    }

    /** A filing after the 18th, more often soon after. */
    static Instant lateFiling(CumulativePeriod period, int mostDaysLate, Draw draw) {
        double lateness = draw.uniform();
        int days = 1 + (int) (lateness * lateness * mostDaysLate);
        return duringOfficeHours(dueDate(period).plusDays(days), draw);
    }

    /** Some days after another moment. */
    static Instant daysAfter(Instant moment, int least, int most, Draw draw) {
        LocalDate day = moment.atZone(ReportingZone.ZONE).toLocalDate();
        return duringOfficeHours(day.plusDays(draw.between(least, most)), draw);
    }

    /** When the roster of a month becomes known: in the yearly review late in January, or during the month. */
    static Instant rosterTurn(YearMonth month, Draw draw) {
        boolean review = month.getMonthValue() == 1;
        return duringOfficeHours(month.atDay(review ? draw.between(7, 25) : draw.between(3, 24)), draw);
    }

    private static LocalDate dueDate(CumulativePeriod period) {
        return period.lastMonth().plusMonths(1).atDay(DUE_DAY);
    }

    private static Instant duringOfficeHours(LocalDate day, Draw draw) {
        return day.atTime(OFFICE_OPENS)
                .plusSeconds(draw.between(0, OFFICE_SECONDS))
                .atZone(ReportingZone.ZONE)
                .toInstant();
    }
}
