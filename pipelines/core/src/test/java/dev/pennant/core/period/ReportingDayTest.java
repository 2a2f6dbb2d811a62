package dev.pennant.core.period;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

final class ReportingDayTest {
    @Test
    void everyDayIsInTheYearThatTheCalendarSays() {
        LocalDate.parse("2000-01-01").datesUntil(LocalDate.parse("2240-01-01")).forEach(date -> assertThat(
                        ReportingDay.year(ReportingHour.day(date)))
                .isEqualTo(date.getYear()));
    }

    @Test
    void aYearGoesFromItsFirstDayToItsLast() {
        assertThat(ReportingHour.date(ReportingDay.firstOf(2020))).isEqualTo("2020-01-01");
        assertThat(ReportingHour.date(ReportingDay.lastOf(2020))).isEqualTo("2020-12-31");
        assertThat(ReportingDay.lastOf(2020) - ReportingDay.firstOf(2020) + 1).isEqualTo(ReportingDay.MOST_OF_A_YEAR);
    }
}
