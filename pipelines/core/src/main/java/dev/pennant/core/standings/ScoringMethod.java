package dev.pennant.core.standings;

import java.io.Serializable;
import java.math.BigDecimal;

/**
 * How the figures of one scored indicator become points, between nothing and the indicator's weight. All of them compare the units that are ranked, and
 * no others. Figures are counted so that more is better: those of an indicator of which less is better have their sign changed.
 */
public sealed interface ScoringMethod extends Serializable {
    /** The percentages of a method are counted in hundredths of a percent. */
    int WHOLE = 10_000;

    /**
     * Points of one unit, in the units of {@link ScoreColumn#weight()}.
     *
     * @param unit place of the unit in the column
     */
    long points(ScoreColumn column, int unit);

    /**
     * {@code min(cap, actual ÷ target × points)}; of an indicator of which less is better, target ÷ actual.
     *
     * @param target the target, in ten-billionths of the measure, above zero
     * @param cap the most, in hundredths of a percent of the weight
     */
    record RatioToTarget(long target, int cap) implements ScoringMethod {
        @Override
        public long points(ScoreColumn column, int unit) {
            long most = Exact.quotient(column.weight(), cap, WHOLE, column.rounding());
            long actual = column.asGiven(unit);
            if (column.lessIsBetter()) {
                return actual <= 0 ? most : ratio(column, target, actual, most);
            }
            return ratio(column, actual, target, most);
        }
    }

    /**
     * {@code actual ÷ best × points}, never less than the floor. Where the best is not above zero the ratio means nothing, and all get the floor. Of an
     * indicator of which less is better, best ÷ actual; where the best is not above zero, those who have it get all, the others the floor.
     *
     * @param floor the least, in hundredths of a percent of the weight
     */
    record RatioToBest(int floor) implements ScoringMethod {
        @Override
        public long points(ScoreColumn column, int unit) {
            long least = Exact.quotient(column.weight(), floor, WHOLE, column.rounding());
            long actual = column.asGiven(unit);
            long best = column.lessIsBetter() ? -column.best() : column.best();
            if (best <= 0) {
                return column.lessIsBetter() && actual == best ? column.weight() : least;
            }
            long points = column.lessIsBetter()
                    ? ratio(column, best, actual, column.weight())
                    : ratio(column, actual, best, column.weight());
            return Math.max(least, points);
        }
    }

    /**
     * The best gets all points, every rank below it a step less.
     *
     * @param each points less for a rank, in the units of the weight's rounding
     */
    record RankDeduction(long each) implements ScoringMethod {
        @Override
        public long points(ScoreColumn column, int unit) {
            return Math.max(0, column.weight() - each * (column.rank(unit) - 1));
        }
    }

    /**
     * Rank r gets {@code 100 − each × (r − 1)} percent of the points.
     *
     * @param each less for a rank, in hundredths of a percent of the weight
     */
    record RankShare(int each) implements ScoringMethod {
        @Override
        public long points(ScoreColumn column, int unit) {
            long share = Math.max(0, WHOLE - (long) each * (column.rank(unit) - 1));
            return Exact.quotient(column.weight(), share, WHOLE, column.rounding());
        }
    }

    /**
     * Points for every whole step beyond a start, up to the weight.
     *
     * @param points points for a step, in the units of the weight's rounding
     * @param every how long a step is, in ten-billionths of the measure, above zero
     * @param from where the steps begin, likewise
     */
    record Step(long points, long every, long from) implements ScoringMethod {
        @Override
        public long points(ScoreColumn column, int unit) {
            long beyond = column.lessIsBetter() ? from - column.asGiven(unit) : column.asGiven(unit) - from;
            long steps = beyond <= 0 ? 0 : beyond / every;
            return steps >= column.weight() / points + 1 ? column.weight() : Math.min(column.weight(), steps * points);
        }
    }

    /**
     * All points when the target is met, otherwise none.
     *
     * @param target the target, in ten-billionths of the measure
     */
    record TargetMet(long target) implements ScoringMethod {
        @Override
        public long points(ScoreColumn column, int unit) {
            long actual = column.asGiven(unit);
            boolean met = column.lessIsBetter() ? actual <= target : actual >= target;
            return met ? column.weight() : 0;
        }
    }

    /** 功效系数: {@code (x − worst) ÷ (best − worst) × 40 + 60} percent of the points; all of them where all units are equal. */
    record Efficacy() implements ScoringMethod {
        private static final long FIFTHS = 5;
        private static final long FIFTHS_FOR_NOTHING = 3;

        @Override
        public long points(ScoreColumn column, int unit) {
            if (column.best() == column.worst()) {
                return column.weight();
            }
            long above = column.figure(unit) - column.worst();
            long span = column.best() - column.worst();
            if (span > Long.MAX_VALUE / FIFTHS) {
                return BigDecimal.valueOf(above)
                        .multiply(BigDecimal.valueOf(FIFTHS - FIFTHS_FOR_NOTHING))
                        .add(BigDecimal.valueOf(span).multiply(BigDecimal.valueOf(FIFTHS_FOR_NOTHING)))
                        .multiply(BigDecimal.valueOf(column.weight()))
                        .divide(BigDecimal.valueOf(span).multiply(BigDecimal.valueOf(FIFTHS)), 0, column.rounding())
                        .longValueExact();
            }
            return Exact.quotient(
                    column.weight(),
                    above * (FIFTHS - FIFTHS_FOR_NOTHING) + span * FIFTHS_FOR_NOTHING,
                    span * FIFTHS,
                    column.rounding());
        }
    }

    /** {@code (x − worst) ÷ (best − worst)} of the points; all of them where all units are equal. */
    record MinMax() implements ScoringMethod {
        @Override
        public long points(ScoreColumn column, int unit) {
            if (column.best() == column.worst()) {
                return column.weight();
            }
            long above = column.figure(unit) - column.worst();
            long span = column.best() - column.worst();
            return Exact.quotient(column.weight(), above, span, column.rounding());
        }
    }

    private static long ratio(ScoreColumn column, long part, long whole, long most) {
        return part <= 0 ? 0 : Math.min(most, Exact.quotient(column.weight(), part, whole, column.rounding()));
    }
}
