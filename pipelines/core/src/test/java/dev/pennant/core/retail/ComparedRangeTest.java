package dev.pennant.core.retail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
            int first = SalesHour.firstHour(day);
            for (int frontier = first; frontier <= first + SalesHour.PER_DAY; frontier++) {
                ComparedRange range = ComparedRange.throughDay(SalesHour.day(day), frontier);
                int hours = Math.min(SalesHour.PER_DAY, frontier + 1 - first);

                assertThat(range.year()).isEqualTo(day.getYear());
                assertThat(range.end() - firstHourOf(day.getYear())).isEqualTo(hoursThrough(day, day.getYear(), hours));
                assertThat(range.baseEnd() - firstHourOf(day.getYear() - 1))
                        .isEqualTo(hoursThrough(day, day.getYear() - 1, hours));
                assertThat(range.over()).isEqualTo(frontier == first + SalesHour.PER_DAY);
                assertThat(range.day()).isEqualTo(SalesHour.day(day));
                assertThat(range.hours()).isEqualTo(hours);
            }
        });
    }

    @Test
    void aMonthIsComparedWithTheWholeMonthWhenItIsOver() {
        for (YearMonth month = YearMonth.parse("2018-12"); month.getYear() < 2026; month = month.plusMonths(1)) {
            int frontier = SalesHour.firstHour(month.plusMonths(1).atDay(1));

            ComparedRange range = ComparedRange.throughMonth(month, frontier);

            assertThat(SalesHour.date(range.day())).isEqualTo(month.atEndOfMonth());
            assertThat(SalesHour.date(range.baseDay()))
                    .isEqualTo(month.minusYears(1).atEndOfMonth());
            assertThat(range.hours()).isEqualTo(SalesHour.PER_DAY);
            assertThat(SalesHour.hourOfDay(range.baseEnd())).isZero();
            assertThat(range.over()).isTrue();
        }
    }

    @Test
    void aMonthUnderWayIsItsLatestDay() {
        int frontier = SalesHour.firstHour(LocalDate.parse("2020-02-29")) + 13;

        assertThat(ComparedRange.throughMonth(YearMonth.parse("2020-02"), frontier))
                .isEqualTo(ComparedRange.throughDay(SalesHour.day(frontier), frontier));
    }

    @Test
    void twoMonthsAfterALeapYearHaveItsTwentyNinthInTheBaseAndTheirLastDayHasNot() {
        int frontier = SalesHour.firstHour(LocalDate.parse("2021-03-01"));
        int lastOfFebruary = SalesHour.day(LocalDate.parse("2021-02-28"));

        assertThat(SalesHour.date(ComparedRange.throughMonth(YearMonth.parse("2021-02"), frontier)
                        .baseDay()))
                .isEqualTo("2020-02-29");
        assertThat(SalesHour.date(
                        ComparedRange.throughDay(lastOfFebruary, frontier).baseDay()))
                .isEqualTo("2020-02-28");
    }

    @Test
    void aPeriodThatTheFrontierHasNotReachedIsNoPeriodYet() {
        int frontier = SalesHour.firstHour(LocalDate.parse("2021-03-01")) - 1;

        assertThatThrownBy(() -> ComparedRange.throughDay(SalesHour.day(frontier) + 1, frontier))
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
                        return date.isBefore(last) ? IntStream.of(SalesHour.PER_DAY) : IntStream.of();
                    }
                    if (date.equals(last)) {
                        return IntStream.of(hours);
                    }
                    return date.isBefore(last) ? IntStream.of(SalesHour.PER_DAY) : IntStream.of();
                })
                .sum();
    }

    private static int firstHourOf(int year) {
        return SalesHour.firstHour(LocalDate.of(year, 1, 1));
    }
}
