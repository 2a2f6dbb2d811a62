package dev.pennant.jobs.clickhouse;

import java.io.Serializable;
import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * How often and how long a batch is tried while the database is away. The pauses double from {@code first} to
 * {@code longest}, each drawn within {@code jitter} of its length on either side, so that subtasks do not return at once.
 *
 * @param attempts the most attempts, the first one included
 * @param atMost the most time from the first failure on; no pause begins that would end later
 * @param first the first pause
 * @param longest the longest pause before jitter
 * @param jitter a share from 0 to 1
 * @param seed of the jitter
 */
public record RetryPolicy(int attempts, Duration atMost, Duration first, Duration longest, double jitter, long seed)
        implements Serializable {

    /** Half a second at first, then up to ten, for five minutes: longer than a restart of the server takes. */
    public static final RetryPolicy USUAL = new RetryPolicy(
            60, Duration.ofMinutes(5), Duration.ofMillis(500), Duration.ofSeconds(10), 0.3, 20_201_101L);

    /** Checks the limits. */
    public RetryPolicy {
        if (attempts < 1 || atMost.isNegative() || first.isNegative() || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException(
                    "A retry policy needs at least one attempt and pauses that do not shrink");
        }
        if (!(jitter >= 0 && jitter <= 1)) {
            throw new IllegalArgumentException("Jitter is a share from 0 to 1, not " + jitter);
        }
    }

    /** The source of jitter of one subtask. */
    RandomGenerator randomOf(int subtask) {
        return new SplittableRandom(seed + subtask);
    }

    /** The pause before the next attempt, or empty when there is to be none. */
    Optional<Duration> pauseAfter(int failures, Duration elapsed, RandomGenerator random) {
        if (failures >= attempts) {
            return Optional.empty();
        }
        double doubled = first.toNanos() * Math.pow(2, failures - 1.0);
        double capped = Math.min(doubled, (double) longest.toNanos());
        double drawn = capped * (1 - jitter + 2 * jitter * random.nextDouble());
        Duration pause = Duration.ofNanos((long) drawn);
        return elapsed.plus(pause).compareTo(atMost) > 0 ? Optional.empty() : Optional.of(pause);
    }
}
