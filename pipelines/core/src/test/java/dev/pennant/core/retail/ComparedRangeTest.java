package dev.pennant.core.retail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pennant.core.period.ReportingHour;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Against a calendar that asks every single day of both years whether it belongs to the range. */
final class ComparedRangeTest {
    private static final LocalDate FIRST = LocalDate.parse("2018-12-25");
    private static final LocalDate LAST = LocalDate.parse("2025-03-05");

    @Test
    void everyDayIsComparedWithTheSameDaysAndTheDayUnderWayWithTheSameHours() {
        FIRST.datesUntil(LAST).forEach(day -> {
            int first = ReportingHour.firstHour(day);
            for (int frontier = first; frontier <= first + ReportingHour.PER_DAY; frontier++) {
                ComparedRange range = ComparedRange.throughDay(ReportingHour.day(day), frontier);
                int hours = Math.min(ReportingHour.PER_DAY, frontier + 1 - first);

                assertThat(range.year()).isEqualTo(day.getYear());
                assertThat(range.end() - firstHourOf(day.getYear())).isEqualTo(hoursThrough(day, day.getYear(), hours));
                assertThat(range.baseEnd() - firstHourOf(day.getYear() - 1))
                        .isEqualTo(hoursThrough(day, day.getYear() - 1, hours));
                assertThat(range.over()).isEqualTo(frontier == first + ReportingHour.PER_DAY);
                assertThat(range.day()).isEqualTo(ReportingHour.day(day));
                assertThat(range.hours()).isEqualTo(hours);
            }
        });
    }

    @Test
    void aMonthIsComparedWithTheWholeMonthWhenItIsOver() {
        for (YearMonth month = YearMonth.parse("2018-12"); month.getYear() < 2026; month = month.plusMonths(1)) {
            int frontier = ReportingHour.firstHour(month.plusMonths(1).atDay(1));

            ComparedRange range = ComparedRange.throughMonth(month, frontier);

            assertThat(ReportingHour.date(range.day())).isEqualTo(month.atEndOfMonth());
            assertThat(ReportingHour.date(range.baseDay()))
                    .isEqualTo(month.minusYears(1).atEndOfMonth());
            assertThat(range.hours()).isEqualTo(ReportingHour.PER_DAY);
            assertThat(ReportingHour.hourOfDay(range.baseEnd())).isZero();
            assertThat(range.over()).isTrue();
        }
    }

    @Test
    void aMonthUnderWayIsItsLatestDay() {
        int frontier = ReportingHour.firstHour(LocalDate.parse("2020-02-29")) + 13;

        assertThat(ComparedRange.throughMonth(YearMonth.parse("2020-02"), frontier))
                .isEqualTo(ComparedRange.throughDay(ReportingHour.day(frontier), frontier));
    }

    @Test
    void twoMonthsAfterALeapYearHaveItsTwentyNinthInTheBaseAndTheirLastDayHasNot() {
        int frontier = ReportingHour.firstHour(LocalDate.parse("2021-03-01"));
        int lastOfFebruary = ReportingHour.day(LocalDate.parse("2021-02-28"));

        assertThat(ReportingHour.date(ComparedRange.throughMonth(YearMonth.parse("2021-02"), frontier)
                        .baseDay()))
                .isEqualTo("2020-02-29");
        assertThat(ReportingHour.date(
                        ComparedRange.throughDay(lastOfFebruary, frontier).baseDay()))
                .isEqualTo("2020-02-28");
    }

    @Test
    void aPeriodThatTheFrontierHasNotReachedIsNoPeriodYet() {
        int frontier = ReportingHour.firstHour(LocalDate.parse("2021-03-01")) - 1;

        assertThatThrownBy(() -> ComparedRange.throughDay(ReportingHour.day(frontier) + 1, frontier))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is before 2021-03-01");
        assertThatThrownBy(() -> ComparedRange.throughMonth(YearMonth.parse("2021-03"), frontier))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** How many hours of a year belong to the period through so many hours of a day. */
    private static int hoursThrough(LocalDate day, int year, int hours) {
        MonthDay last = MonthDay.from(day);
        boolean leapDay = last.equals(MonthDay.of(2, 29));
        return LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .map(MonthDay::from)
                .flatMapToInt(date -> {
                    if (leapDay && year < day.getYear()) {
                        return date.isBefore(last) ? IntStream.of(ReportingHour.PER_DAY) : IntStream.of();
                    }
                    if (date.equals(last)) {
                        return IntStream.of(hours);
                    }
                    return date.isBefore(last) ? IntStream.of(ReportingHour.PER_DAY) : IntStream.of();
                })
                .sum();
    }

    private static int firstHourOf(int year) {
        return ReportingHour.firstHour(LocalDate.of(year, 1, 1));
    }
}
