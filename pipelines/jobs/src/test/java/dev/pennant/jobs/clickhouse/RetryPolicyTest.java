package dev.pennant.jobs.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {
    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void pausesDoubleUpToTheLongest() {
        RetryPolicy policy = new RetryPolicy(10, HOUR, Duration.ofMillis(100), Duration.ofSeconds(1), 0, 1);

        assertThat(pauses(policy, 0, 6))
                .containsExactly(
                        Duration.ofMillis(100),
                        Duration.ofMillis(200),
                        Duration.ofMillis(400),
                        Duration.ofMillis(800),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(1));
    }

    @Property
    void aPauseStaysWithinItsJitterHoweverManyCameBefore(
            @ForAll @IntRange(min = 1, max = 1_000_000) int failures,
            @ForAll @DoubleRange(min = 0, max = 1) double jitter,
            @ForAll long seed) {
        RetryPolicy policy =
                new RetryPolicy(Integer.MAX_VALUE, HOUR, Duration.ofMillis(100), Duration.ofSeconds(10), jitter, seed);

        Duration pause =
                policy.pauseAfter(failures, Duration.ZERO, policy.randomOf(3)).orElseThrow();

        assertThat(pause).isBetween(Duration.ZERO, Duration.ofSeconds(20));
        assertThat(pause.toNanos() / 1e9).isLessThanOrEqualTo(10 * (1 + jitter) + 1e-6);
    }

    @Test
    void theSameSeedPausesAlikeAndSubtasksPauseDifferently() {
        assertThat(pauses(RetryPolicy.USUAL, 0, 8)).isEqualTo(pauses(RetryPolicy.USUAL, 0, 8));
        assertThat(pauses(RetryPolicy.USUAL, 0, 8)).isNotEqualTo(pauses(RetryPolicy.USUAL, 1, 8));
    }

    @Test
    void itEndsWithTheLastAttemptAndWhenTheTimeIsUp() {
        RetryPolicy policy =
                new RetryPolicy(3, Duration.ofSeconds(10), Duration.ofSeconds(1), Duration.ofSeconds(4), 0, 1);
        RandomGenerator random = policy.randomOf(0);

        assertThat(policy.pauseAfter(2, Duration.ofSeconds(8), random)).contains(Duration.ofSeconds(2));
        assertThat(policy.pauseAfter(2, Duration.ofMillis(8001), random)).isEmpty();
        assertThat(policy.pauseAfter(3, Duration.ZERO, random)).isEmpty();
    }

    @Test
    void aPolicyThatMakesNoSenseIsRefused() {
        Duration second = Duration.ofSeconds(1);
        assertThatThrownBy(() -> new RetryPolicy(0, HOUR, second, second, 0, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RetryPolicy(1, HOUR, HOUR, second, 0, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RetryPolicy(1, HOUR, second, second, 1.5, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RetryPolicy(1, HOUR, second, second, Double.NaN, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Duration> pauses(RetryPolicy policy, int subtask, int count) {
        RandomGenerator random = policy.randomOf(subtask);
        return IntStream.rangeClosed(1, count)
                .mapToObj(failures ->
                        policy.pauseAfter(failures, Duration.ZERO, random).orElseThrow())
                .toList();
    }
}
