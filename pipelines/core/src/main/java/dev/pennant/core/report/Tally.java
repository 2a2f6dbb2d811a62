package dev.pennant.core.report;

import dev.pennant.core.indicator.Measure;
import java.math.BigDecimal;

/**
 * Reports added up. All sums have ten decimals, so that equal ones are equal.
 *
 * @param value sum of the figures
 * @param base sum of the bases of those that state one
 * @param numerator sum of the numerators
 * @param denominator sum of the denominators
 * @param reports how many reports are in it
 * @param based how many of them state a base
 * @param synthetic how many of them are made up
 */
public record Tally(
        BigDecimal value,
        BigDecimal base,
        BigDecimal numerator,
        BigDecimal denominator,
        int reports,
        int based,
        int synthetic) {
    /** No report. */
    public static final Tally NONE = new Tally(zero(), zero(), zero(), zero(), 0, 0, 0);

    /** What a report gives to the unit above, which can be nothing. */
    static Tally of(IndicatorReport report, ReportedIndicator.RollUp rollUp) {
        return switch (rollUp) {
            case NONE -> NONE;
            case RATIO_OF_SUMS ->
                report.ratio()
                        .map(ratio -> new Tally(
                                zero(),
                                zero(),
                                ratio.numerator(),
                                ratio.denominator(),
                                1,
                                0,
                                count(report.synthetic())))
                        .orElse(NONE);
            case SUM, MEAN ->
                new Tally(
                        report.value(),
                        report.base().orElse(zero()),
                        zero(),
                        zero(),
                        1,
                        count(report.base().isPresent()),
                        count(report.synthetic()));
        };
    }

    boolean isNothing() {
        return reports == 0;
    }

    Tally plus(Tally other) {
        return new Tally(
                value.add(other.value),
                base.add(other.base),
                numerator.add(other.numerator),
                denominator.add(other.denominator),
                reports + other.reports,
                based + other.based,
                synthetic + other.synthetic);
    }

    Tally minus(Tally other) {
        return new Tally(
                value.subtract(other.value),
                base.subtract(other.base),
                numerator.subtract(other.numerator),
                denominator.subtract(other.denominator),
                reports - other.reports,
                based - other.based,
                synthetic - other.synthetic);
    }

    private static int count(boolean one) {
        return one ? 1 : 0;
    }

    private static BigDecimal zero() {
        return BigDecimal.ZERO.setScale(Measure.DECIMALS);
    }
}
