package dev.pennant.core.period;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.core.ReportingZone;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

final class ReportingHourTest {
    @Test
    void theFirstHourBeginsAtMidnightInChina() {
        assertThat(ReportingHour.of(Instant.parse("1999-12-31T16:00:00Z").toEpochMilli()))
                .isZero();
        assertThat(ReportingHour.of(Instant.parse("1999-12-31T15:59:59.999Z").toEpochMilli()))
                .isEqualTo(-1);
        assertThat(ReportingHour.start(0)).isEqualTo(Instant.parse("1999-12-31T16:00:00Z"));
    }

    @Property
    void itAgreesWithTheCalendar(@ForAll @LongRange(min = 946_656_000_000L, max = 8_000_000_000_000L) long millis) {
        ZonedDateTime time = Instant.ofEpochMilli(millis).atZone(ReportingZone.ZONE);
        int hour = ReportingHour.of(millis);

        assertThat(ReportingHour.dateOfHour(hour)).isEqualTo(time.toLocalDate());
        assertThat(ReportingHour.hourOfDay(hour)).isEqualTo(time.getHour());
        assertThat(ReportingHour.start(hour)).isBeforeOrEqualTo(time.toInstant());
        assertThat(ReportingHour.start(hour + 1)).isAfter(time.toInstant());
        assertThat(ReportingHour.firstHour(time.toLocalDate()) + time.getHour()).isEqualTo(hour);
    }

    @Test
    void daysAndDatesAreTheSame() {
        LocalDate leapDay = LocalDate.of(2020, 2, 29);

        assertThat(ReportingHour.date(ReportingHour.day(leapDay))).isEqualTo(leapDay);
        assertThat(ReportingHour.day(ReportingHour.firstHour(leapDay))).isEqualTo(ReportingHour.day(leapDay));
        assertThat(ReportingHour.day(LocalDate.of(1999, 12, 31))).isEqualTo(-1);
    }
}
