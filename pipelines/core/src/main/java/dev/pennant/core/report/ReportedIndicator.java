package dev.pennant.core.report;

import dev.pennant.core.indicator.Measure;
import dev.pennant.core.indicator.Rounding;
import dev.pennant.core.period.CumulativePeriod;
import dev.pennant.core.period.Period;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * An indicator that departments report.
 *
 * @param id id in the catalogue
 * @param measure what its figures are given in
 * @param kinds the kinds of units it is reported for, spelled as the contracts do, such as {@code subdistrict} or {@code building}
 * @param cadence what a report covers
 * @param range between which figures a report can be believed
 * @param rollUp what a unit without a report of its own shows of its parts'
 * @param growthKind whether growth is in percent or in percentage points
 * @param growthRounding how growth is published
 */
public record ReportedIndicator(
        String id,
        Measure measure,
        Set<String> kinds,
        Cadence cadence,
        Range range,
        RollUp rollUp,
        GrowthKind growthKind,
        Rounding growthRounding)
        implements Serializable {
    /** What no figure passes, so that it fits the tables. */
    static final BigDecimal LARGEST = new BigDecimal("1000000000000000");

    private static final BigDecimal ALL_OF_IT = BigDecimal.valueOf(-100);

    /** The kinds are kept in one order, so that two runs describe the same indicator alike. */
    public ReportedIndicator {
        kinds = Collections.unmodifiableSet(new TreeSet<>(kinds));
    }

    /** Whether a unit of the given kind can have this indicator. */
    boolean isFor(String kind) {
        return kinds.contains(kind);
    }

    /** Whether it can be stated by a numerator and a denominator. */
    boolean isRatio() {
        return rollUp != RollUp.SUM;
    }

    /** Between which figures growth can be believed: nothing that is never negative falls by more than all of it, and no share moves further than its range. */
    Range growthRange() {
        if (growthKind == GrowthKind.POINTS) {
            BigDecimal widest = range.most().subtract(range.least());
            return new Range(widest.negate(), widest);
        }
        return new Range(range.least().signum() >= 0 ? ALL_OF_IT : LARGEST.negate(), LARGEST);
    }

    /** What a report covers. */
    public enum Cadence {
        /** The months of a year from January on. */
        MONTHLY,
        /** The days of a year from 1 January on. */
        DAILY;

        /** Whether the period is one of this cadence. */
        boolean covers(Period period) {
            return (this == MONTHLY) == (period instanceof CumulativePeriod);
        }
    }

    /** What a unit without a report of its own shows of its parts' reports. */
    public enum RollUp {
        /** Their sum. */
        SUM,
        /** The sum of their numerators over the sum of their denominators, of those that state both. */
        RATIO_OF_SUMS,
        /** The mean of all units that report, each counted alike, however they are grouped. */
        MEAN,
        /** Nothing. */
        NONE
    }

    /**
     * Between which figures a report can be believed, both included.
     *
     * @param least the smallest
     * @param most the largest
     */
    public record Range(BigDecimal least, BigDecimal most) implements Serializable {
        /** @throws IllegalArgumentException when the smallest is above the largest */
        public Range {
            if (least.compareTo(most) > 0) {
                throw new IllegalArgumentException(least.toPlainString() + " is above " + most.toPlainString());
            }
        }

        boolean holds(BigDecimal figure) {
            return figure.compareTo(least) >= 0 && figure.compareTo(most) <= 0;
        }

        @Override
        public String toString() {
            return least.toPlainString() + " to " + most.toPlainString();
        }
    }
}
