package dev.pennant.core.air;

/** How many days have each level, as one standard or several judge them. */
final class LevelCount {
    private final int[] days;

    /** Of no day. */
    LevelCount() {
        this(new int[AirLevel.COUNT]);
    }

    private LevelCount(int[] days) {
        this.days = days;
    }

    /** Counts a day, unless it has no AQI. */
    void add(AirIndex index) {
        if (index.isPublished()) {
            days[AirLevel.of(index.aqi()).number() - 1]++;
        }
    }

    /** Days of a level. */
    int of(AirLevel level) {
        return days[level.number() - 1];
    }

    /** A copy that does not change with this one. */
    LevelCount copy() {
        return new LevelCount(days.clone());
    }
}
