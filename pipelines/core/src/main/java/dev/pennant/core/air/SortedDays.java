package dev.pennant.core.air;

import java.util.Arrays;

/** Days' means in rising order, exactly compared, for percentiles. */
final class SortedDays {
    private static final int HUNDREDTHS = 100;

    private long[] sums = new long[32];
    private int[] stations = new int[32];
    private int days;

    /** Adds a day's mean: a sum in parts of a tick, over stations. */
    void add(long sum, int ofStations) {
        if (days == sums.length) {
            sums = Arrays.copyOf(sums, 2 * days);
            stations = Arrays.copyOf(stations, 2 * days);
        }
        int place = place(sum, ofStations);
        System.arraycopy(sums, place, sums, place + 1, days - place);
        System.arraycopy(stations, place, stations, place + 1, days - place);
        sums[place] = sum;
        stations[place] = ofStations;
        days++;
    }

    /**
     * The percentile in parts of a tick: the value at rank k = 1 + (n - 1) p, between neighbours in proportion (HJ 663 appendix A). There has to
     * be a day.
     */
    Fraction percentile(int hundredths) {
        int rank = (days - 1) * hundredths;
        int lower = rank / HUNDREDTHS;
        int share = rank % HUNDREDTHS;
        if (share == 0) {
            return Fraction.of(sums[lower], stations[lower]);
        }
        int upper = lower + 1;
        long weighted = sums[lower] * stations[upper] * (HUNDREDTHS - share) + sums[upper] * stations[lower] * share;
        return Fraction.of(weighted, (long) HUNDREDTHS * stations[lower] * stations[upper]);
    }

    /** Before the first day that is greater; sums of the largest concentrations over hundreds of stations stay far below 2⁶³ when multiplied. */
    private int place(long sum, int ofStations) {
        int from = 0;
        int to = days;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (sums[middle] * ofStations <= sum * stations[middle]) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }
}
