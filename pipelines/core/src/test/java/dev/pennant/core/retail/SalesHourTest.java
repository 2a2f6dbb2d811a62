package dev.pennant.core.retail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.core.ReportingZone;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

final class SalesHourTest {
    @Test
    void theFirstHourBeginsAtMidnightInChina() {
        assertThat(SalesHour.of(Instant.parse("1999-12-31T16:00:00Z").toEpochMilli()))
                .isZero();
        assertThat(SalesHour.of(Instant.parse("1999-12-31T15:59:59.999Z").toEpochMilli()))
                .isEqualTo(-1);
        assertThat(SalesHour.start(0)).isEqualTo(Instant.parse("1999-12-31T16:00:00Z"));
    }

    @Property
    void itAgreesWithTheCalendar(@ForAll @LongRange(min = 946_656_000_000L, max = 8_000_000_000_000L) long millis) {
        ZonedDateTime time = Instant.ofEpochMilli(millis).atZone(ReportingZone.ZONE);
        int hour = SalesHour.of(millis);

        assertThat(SalesHour.dateOfHour(hour)).isEqualTo(time.toLocalDate());
        assertThat(SalesHour.hourOfDay(hour)).isEqualTo(time.getHour());
        assertThat(SalesHour.start(hour)).isBeforeOrEqualTo(time.toInstant());
        assertThat(SalesHour.start(hour + 1)).isAfter(time.toInstant());
        assertThat(SalesHour.firstHour(time.toLocalDate()) + time.getHour()).isEqualTo(hour);
    }

    @Test
    void daysAndDatesAreTheSame() {
        LocalDate leapDay = LocalDate.of(2020, 2, 29);

        assertThat(SalesHour.date(SalesHour.day(leapDay))).isEqualTo(leapDay);
        assertThat(SalesHour.day(SalesHour.firstHour(leapDay))).isEqualTo(SalesHour.day(leapDay));
        assertThat(SalesHour.day(LocalDate.of(1999, 12, 31))).isEqualTo(-1);
    }
}
