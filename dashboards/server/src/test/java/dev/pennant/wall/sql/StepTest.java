package dev.pennant.wall.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StepTest {
    @ParameterizedTest
    @CsvSource({
        "PT1H,    1000, PT5S",
        "PT6H,    1000, PT20S",
        "P1D,     1000, PT1M",
        "P7D,     1000, PT10M",
        "P365D,   1000, PT6H",
        "P3650D,  1000, P1D",
        "P36500D,   10, P365D",
        "PT1S,    1000, PT0.001S",
        "PT1S,       0, PT1S"
    })
    void aRangeIsDividedIntoRoundSteps(Duration range, int points, Duration step) {
        TimeRange whole = new TimeRange(Instant.EPOCH, Instant.EPOCH.plus(range));
        assertThat(Step.of(whole, points, Duration.ofMillis(1))).isEqualTo(step);
    }

    @ParameterizedTest
    @CsvSource({"5m, PT5M", "1h, PT1H", "30, PT30S", ">1d, P1D", "500ms, PT0.5S", "1M, P30D", "1y, P365D"})
    void aSpanIsReadWithItsUnit(String span, Duration duration) {
        assertThat(Step.parse(span)).contains(duration);
    }

    @ParameterizedTest
    @CsvSource({"PT5M, 5m", "PT90S, 90s", "P1D, 1d", "PT0.05S, 50ms", "P14D, 2w"})
    void aSpanIsWrittenInItsLargestWholeUnit(Duration duration, String span) {
        assertThat(Step.words(duration)).isEqualTo(span);
    }
}
