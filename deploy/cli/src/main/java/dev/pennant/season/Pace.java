package dev.pennant.season;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** How fast a season goes by: so many of its days a second, or as fast as its events are taken. */
public final class Pace {
    private static final double MILLIS_A_DAY = Duration.ofDays(1).toMillis();

    private final double daysPerSecond;
    private final InstantSource clock;
    private Optional<Beginning> beginning = Optional.empty();

    private Pace(double daysPerSecond, InstantSource clock) {
        this.daysPerSecond = daysPerSecond;
        this.clock = clock;
    }

    /** As fast as possible. */
    public static Pace unlimited() {
        return new Pace(Double.POSITIVE_INFINITY, InstantSource.fixed(Instant.EPOCH));
    }

    /**
     * So many days of the season a second of the clock; the first event asked about is due at once.
     *
     * @throws IllegalArgumentException when the speed is not above zero
     */
    public static Pace of(double daysPerSecond, InstantSource clock) {
        if (!(daysPerSecond > 0)) {
            throw new IllegalArgumentException("a speed of " + daysPerSecond + " days a second never ends");
        }
        return new Pace(daysPerSecond, clock);
    }

    /** How long it takes until a moment of the season is due; zero or negative when it is due. */
    Duration until(Instant moment) {
        if (Double.isInfinite(daysPerSecond)) {
            return Duration.ZERO;
        }
        Instant now = clock.instant();
        Beginning start = beginning.orElseGet(() -> new Beginning(moment, now));
        beginning = Optional.of(start);
        double days = Duration.between(start.ofSeason(), moment).toMillis() / MILLIS_A_DAY;
        Instant due = start.ofReplay().plusMillis(Math.round(1_000 * days / daysPerSecond));
        return Duration.between(now, due);
    }

    private record Beginning(Instant ofSeason, Instant ofReplay) {}
}
