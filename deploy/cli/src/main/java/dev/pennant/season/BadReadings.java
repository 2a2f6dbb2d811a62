package dev.pennant.season;

import dev.pennant.core.air.AirReadingForm;
import dev.pennant.season.SeasonEvent.Measured;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Readings that cannot be taken, as they come now and then: they end among the dead letters. */
final class BadReadings {
    private static final Instant AT = Season.OPENING.plus(Duration.ofDays(40));

    private BadReadings() {}

    static List<SeasonEvent> of(String station) {
        long hour = AT.toEpochMilli();
        return List.of(
                bad(station, hour, -3, 0),
                bad(station, hour + Duration.ofMinutes(30).toMillis(), 310, 0),
                bad(station, hour, 99_990, 0),
                bad(station, hour, 310, -1));
    }

    private static SeasonEvent bad(String station, long hour, int fineTicks, int revision) {
        int[] ticks = {fineTicks, 540, 80, 300, 700, 600};
        return new Measured(AT.plus(Duration.ofHours(2)), new AirReadingForm(station, hour, ticks, revision, true));
    }
}
