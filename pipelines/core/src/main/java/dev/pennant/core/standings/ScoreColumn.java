package dev.pennant.core.standings;

import java.math.RoundingMode;
import java.util.Arrays;

/**
 * The figures of one scored indicator, of all units that are compared in it, what the methods ask of them, and the points that they come to. Reused from
 * one standing to the next: as long as the figures are the same, so are order, ranks and points.
 */
public final class ScoreColumn {
    private final ScoringMethod method;
    private final long weight;
    private final RoundingMode rounding;
    private final boolean lessIsBetter;

    private long[] figures = {};
    private long[] sorted = {};
    private int[] ranks = {};
    private long[] points = {};
    private int units;
    private int unitsBefore;
    private boolean changed;

    /**
     * A column without figures.
     *
     * @param method how figures become points
     * @param weight the points of the indicator, as a whole number of the last decimal that points are rounded to
     * @param rounding which way points are rounded
     * @param lessIsBetter whether the lowest figure is the best
     */
    ScoreColumn(ScoringMethod method, long weight, RoundingMode rounding, boolean lessIsBetter) {
        this.method = method;
        this.weight = weight;
        this.rounding = rounding;
        this.lessIsBetter = lessIsBetter;
    }

    /** Empties it, for at most so many units. */
    void begin(int atMost) {
        unitsBefore = units;
        units = 0;
        changed = figures.length < atMost;
        if (changed) {
            figures = new long[atMost];
            sorted = new long[atMost];
            ranks = new int[atMost];
            points = new long[atMost];
        }
    }

    /** Adds a figure as it is given, in ten-billionths of its measure; the next place is its unit's. */
    void add(long figure) {
        long counted = lessIsBetter ? -figure : figure;
        changed |= figures[units] != counted;
        figures[units++] = counted;
    }

    /** Says that all figures are there, and has them ranked and scored. */
    void end() {
        if (!changed && units == unitsBefore) {
            return;
        }
        System.arraycopy(figures, 0, sorted, 0, units);
        Arrays.sort(sorted, 0, units);
        for (int unit = 0; unit < units; unit++) {
            ranks[unit] = rank(sorted, units, figures[unit]);
        }
        for (int unit = 0; unit < units; unit++) {
            points[unit] = method.points(this, unit);
        }
    }

    /** A unit's points, in the last decimal that points are rounded to. */
    long points(int unit) {
        return points[unit];
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
        return ranks[unit];
    }

    /** One more than how many of the sorted figures are better. Each step is a choice between two numbers and no jump, which nobody could foresee. */
    static int rank(long[] sorted, int units, long figure) {
        int start = 0;
        for (int left = units; left > 1; left -= left >>> 1) {
            int middle = start + (left >>> 1);
            start = sorted[middle] <= figure ? middle : start;
        }
        int notBetter = units > 0 && sorted[start] <= figure ? start + 1 : start;
        return units - notBetter + 1;
    }
}
