package dev.pennant.core.air;

import java.util.EnumMap;
import java.util.Map;

/** How many days have each level, as one standard or several judge them. */
final class LevelCount {
    private final Map<AirLevel, Integer> days = new EnumMap<>(AirLevel.class);

    /** Counts a day, unless it has no AQI. */
    void add(AirIndex index) {
        index.level().ifPresent(level -> days.merge(level, 1, Integer::sum));
    }

    /** Days of each level that there are any of; unchangeable. */
    Map<AirLevel, Integer> byLevel() {
        return Map.copyOf(days);
    }
}
