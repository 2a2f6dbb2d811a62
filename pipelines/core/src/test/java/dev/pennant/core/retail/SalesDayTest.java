package dev.pennant.core.retail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

final class SalesDayTest {
    @Test
    void everyDayIsInTheYearThatTheCalendarSays() {
        LocalDate.parse("2000-01-01")
                .datesUntil(LocalDate.parse("2240-01-01"))
                .forEach(date -> assertThat(SalesDay.year(SalesHour.day(date))).isEqualTo(date.getYear()));
    }

    @Test
    void aYearGoesFromItsFirstDayToItsLast() {
        assertThat(SalesHour.date(SalesDay.firstOf(2020))).isEqualTo("2020-01-01");
        assertThat(SalesHour.date(SalesDay.lastOf(2020))).isEqualTo("2020-12-31");
        assertThat(SalesDay.lastOf(2020) - SalesDay.firstOf(2020) + 1).isEqualTo(SalesDay.MOST_OF_A_YEAR);
    }
}
