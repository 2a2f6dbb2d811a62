package dev.pennant.core.air;

/** Adds up the days of a year from its first on, as far as is asked for. */
final class RunningYear {
    private final AirYear year;
    private final DayStatistics sums;
    private int next;

    RunningYear(AirYear year, AirStandards standards) {
        this.year = year;
        sums = new DayStatistics(standards);
        next = year.first();
    }

    /** The sums through a day, which is not before the one asked for last; they go on with the next call. */
    DayStatistics through(int day) {
        for (; next <= day; next++) {
            year.add(next, sums);
        }
        return sums;
    }
}
