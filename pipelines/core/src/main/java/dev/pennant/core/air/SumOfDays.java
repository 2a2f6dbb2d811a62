package dev.pennant.core.air;

import java.util.Arrays;

/** An exact sum of days' means, which are quotients by how many stations each day had: one whole sum is kept for each number of stations. */
final class SumOfDays {
    private long[] sumsByStations = new long[2];
    private int days;

    /** Adds a day's mean: a sum in parts of a tick, over stations. */
    void add(long sum, int stations) {
        if (stations >= sumsByStations.length) {
            sumsByStations = Arrays.copyOf(sumsByStations, 2 * stations);
        }
        sumsByStations[stations] += sum;
        days++;
    }

    int days() {
        return days;
    }

    /** The mean of the days in parts of a tick; there has to be one. */
    Fraction mean() {
        Fraction sum = Fraction.ZERO;
        for (int stations = 1; stations < sumsByStations.length; stations++) {
            if (sumsByStations[stations] != 0) {
                sum = sum.plus(Fraction.of(sumsByStations[stations], stations));
            }
        }
        return sum.dividedBy(days);
    }
}
