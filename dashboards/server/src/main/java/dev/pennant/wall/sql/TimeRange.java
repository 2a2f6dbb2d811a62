package dev.pennant.wall.sql;

import java.time.Duration;
import java.time.Instant;

/**
 * What span of time a board shows.
 *
 * @param from its first moment
 * @param to its last
 */
public record TimeRange(Instant from, Instant to) {
    /** How long it is. */
    public Duration length() {
        return Duration.between(from, to);
    }
}
