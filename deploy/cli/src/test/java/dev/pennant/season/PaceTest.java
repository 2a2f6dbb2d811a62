package dev.pennant.season;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

final class PaceTest {
    private static final Instant NEW_YEAR = Instant.parse("2019-01-01T00:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-01T12:00:00Z"));
    private final InstantSource clock = now::get;

    @Test
    void daysOfTheSeasonGoByInSeconds() {
        Pace pace = Pace.of(8, clock);
        assertThat(pace.until(NEW_YEAR)).isZero();
        assertThat(pace.until(NEW_YEAR.plus(Duration.ofDays(16)))).isEqualTo(Duration.ofSeconds(2));
        now.set(now.get().plusSeconds(2));
        assertThat(pace.until(NEW_YEAR.plus(Duration.ofDays(16)))).isZero();
        assertThat(pace.until(NEW_YEAR.plus(Duration.ofDays(4)))).isNegative();
    }

    @Test
    void withoutALimitEverythingIsDue() {
        Pace pace = Pace.unlimited();
        assertThat(pace.until(NEW_YEAR)).isZero();
        assertThat(pace.until(NEW_YEAR.plus(Duration.ofDays(700)))).isZero();
    }

    @Test
    void aSpeedIsAboveZero() {
        assertThatThrownBy(() -> Pace.of(0, clock)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Pace.of(-1, clock)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Pace.of(Double.NaN, clock)).isInstanceOf(IllegalArgumentException.class);
    }
}
