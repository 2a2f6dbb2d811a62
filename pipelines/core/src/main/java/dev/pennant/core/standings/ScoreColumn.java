package dev.pennant.core.standings;

import java.math.RoundingMode;
import java.util.Arrays;

/** The figures of one scored indicator, of all units that are compared in it, and what the methods ask of them. Reused from one standing to the next. */
public final class ScoreColumn {
    private final long weight;
    private final RoundingMode rounding;
    private final boolean lessIsBetter;

    private long[] figures = {};
    private long[] sorted = {};
    private int units;

    /**
     * A column without figures.
     *
     * @param weight the points of the indicator, as a whole number of the last decimal that points are rounded to
     * @param rounding which way points are rounded
     * @param lessIsBetter whether the lowest figure is the best
     */
    ScoreColumn(long weight, RoundingMode rounding, boolean lessIsBetter) {
        this.weight = weight;
        this.rounding = rounding;
        this.lessIsBetter = lessIsBetter;
    }

    /** Empties it, for at most so many units. */
    void begin(int atMost) {
        units = 0;
        if (figures.length < atMost) {
            figures = new long[atMost];
            sorted = new long[atMost];
        }
    }

    /** Adds a figure as it is given, in ten-billionths of its measure; the next place is its unit's. */
    void add(long figure) {
        figures[units++] = lessIsBetter ? -figure : figure;
    }

    /** Says that all figures are there. */
    void end() {
        System.arraycopy(figures, 0, sorted, 0, units);
        Arrays.sort(sorted, 0, units);
    }

    /** The weight, in the last decimal that points are rounded to. */
    long weight() {
        return weight;
    }

    RoundingMode rounding() {
        return rounding;
    }

    boolean lessIsBetter() {
        return lessIsBetter;
    }

    /** A unit's figure, counted so that more is better. */
    long figure(int unit) {
        return figures[unit];
    }

    /** A unit's figure as it was given. */
    long asGiven(int unit) {
        return lessIsBetter ? -figures[unit] : figures[unit];
    }

    /** The best figure, counted so that more is better. */
    long best() {
        return sorted[units - 1];
    }

    /** The worst figure, counted so that more is better. */
    long worst() {
        return sorted[0];
    }

    /** A unit's rank among the figures: equal ones share it, and the next is skipped. */
    int rank(int unit) {
        return rank(sorted, units, figures[unit]);
    }

    /** One more than how many of the sorted figures are better. */
    static int rank(long[] sorted, int units, long figure) {
        int low = 0;
        int high = units;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] <= figure) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return units - low + 1;
    }
}
