package dev.pennant.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReportingZoneTest {
    @Test
    void aMomentIsShownAsItIsWrittenInChina() {
        assertThat(ReportingZone.shown(Instant.parse("2020-10-06T16:00:00.999Z")))
                .isEqualTo("2020-10-07T00:00:00");
    }

    @Test
    void aMomentThatNoCalendarReachesIsOfUtc() {
        assertThat(ReportingZone.shown(Instant.MAX)).isEqualTo(Instant.MAX.toString());
    }
}
