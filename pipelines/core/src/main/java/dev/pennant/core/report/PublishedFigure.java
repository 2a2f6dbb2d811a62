package dev.pennant.core.report;

import dev.pennant.core.indicator.Coverage;
import dev.pennant.core.indicator.Growth;
import dev.pennant.core.indicator.Measure;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * A unit's figure as it is shown: its own report, or what its parts add up to.
 *
 * @param value in the indicator's measure, ten decimals; zero where no report counts
 * @param base the comparable figure of the year before
 * @param growth as published
 * @param coverage one of one for a report of its own, else how many of its direct parts give anything
 * @param synthetic whether any report in it is made up
 */
record PublishedFigure(
        BigDecimal value, Optional<BigDecimal> base, Growth growth, Coverage coverage, boolean synthetic) {
    private static final BigDecimal ZERO = BigDecimal.ZERO.setScale(Measure.DECIMALS);

    static PublishedFigure of(IndicatorReport report, ReportedIndicator indicator) {
        Growth growth = report.growth()
                .map(stated ->
                        indicator.growthKind().as(indicator.growthRounding().round(stated)))
                .orElseGet(() -> growth(report.value(), report.base(), indicator));
        return new PublishedFigure(report.value(), report.base(), growth, new Coverage(1, 1), report.synthetic());
    }

    static PublishedFigure of(Tally parts, Coverage coverage, ReportedIndicator indicator) {
        if (coverage.reported() == 0 || parts.isNothing()) {
            return new PublishedFigure(
                    ZERO, Optional.empty(), Growth.NOT_MEANINGFUL, new Coverage(0, coverage.expected()), false);
        }
        boolean synthetic = parts.synthetic() > 0;
        return switch (indicator.rollUp()) {
            case NONE -> throw new IllegalStateException("nothing is added up of " + indicator.id());
            case RATIO_OF_SUMS ->
                new PublishedFigure(
                        new Ratio(parts.numerator(), parts.denominator()).in(indicator.measure()),
                        Optional.empty(),
                        Growth.NOT_MEANINGFUL,
                        coverage,
                        synthetic);
            case SUM, MEAN -> {
                int divisor = indicator.rollUp() == ReportedIndicator.RollUp.MEAN ? parts.reports() : 1;
                BigDecimal value = mean(parts.value(), divisor);
                // A base of some of the parts is not one of the whole.
                Optional<BigDecimal> base =
                        parts.based() == parts.reports() ? Optional.of(mean(parts.base(), divisor)) : Optional.empty();
                yield new PublishedFigure(value, base, growth(value, base, indicator), coverage, synthetic);
            }
        };
    }

    private static BigDecimal mean(BigDecimal sum, int reports) {
        return sum.divide(BigDecimal.valueOf(reports), Measure.DECIMALS, RoundingMode.HALF_UP);
    }

    private static Growth growth(BigDecimal value, Optional<BigDecimal> base, ReportedIndicator indicator) {
        return base.map(before -> indicator.growthKind().between(before, value, indicator.growthRounding()))
                .orElse(Growth.NOT_MEANINGFUL);
    }
}
