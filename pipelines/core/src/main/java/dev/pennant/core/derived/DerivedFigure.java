package dev.pennant.core.derived;

import dev.pennant.core.indicator.Coverage;
import dev.pennant.core.indicator.Growth;
import dev.pennant.core.indicator.IndicatorValue;
import dev.pennant.core.indicator.Measure;
import dev.pennant.core.report.Ratio;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a formula makes of the figures of one unit and period.
 *
 * @param value in the derived indicator's measure, ten decimals; zero where there is none
 * @param base the same of the bases, where every input has one
 * @param coverage of a share or difference that of the input less covered; of a count how many of the inputs could be compared. None are reported
 *     where there is no figure
 * @param synthetic whether any input is made up
 */
record DerivedFigure(BigDecimal value, Optional<BigDecimal> base, Coverage coverage, boolean synthetic) {
    private static final BigDecimal ZERO = BigDecimal.ZERO.setScale(Measure.DECIMALS);

    /**
     * The figure.
     *
     * @param inputs those that are known, in the order of the formula
     * @param lowerIsBetter the ids of the indicators that improve when they fall
     */
    static DerivedFigure of(DerivedIndicator indicator, List<IndicatorValue> inputs, Set<String> lowerIsBetter) {
        Formula formula = indicator.formula();
        List<IndicatorValue> reported =
                inputs.stream().filter(input -> input.coverage().reported() > 0).toList();
        if (formula.operation() == Formula.Operation.IMPROVED) {
            return improved(reported, formula.inputs().size(), lowerIsBetter);
        }
        if (reported.size() < formula.inputs().size()) {
            return nothing(1);
        }
        IndicatorValue first = reported.get(0);
        IndicatorValue second = reported.get(1);
        Coverage coverage = weaker(first.coverage(), second.coverage());
        Optional<BigDecimal> value = joined(indicator, Optional.of(first.value()), Optional.of(second.value()));
        if (value.isEmpty()) {
            return nothing(coverage.expected());
        }
        return new DerivedFigure(
                value.get(),
                joined(indicator, Optional.ofNullable(first.base()), Optional.ofNullable(second.base())),
                coverage,
                first.synthetic() || second.synthetic());
    }

    /** Its growth on its base. */
    Growth growth(DerivedIndicator indicator) {
        return base.map(before -> indicator.growthKind().between(before, value, indicator.growthRounding()))
                .orElse(Growth.NOT_MEANINGFUL);
    }

    private static DerivedFigure nothing(int expected) {
        return new DerivedFigure(ZERO, Optional.empty(), new Coverage(0, expected), false);
    }

    /** Nothing is a share of what is zero or less. */
    private static Optional<BigDecimal> joined(
            DerivedIndicator indicator, Optional<BigDecimal> first, Optional<BigDecimal> second) {
        if (first.isEmpty() || second.isEmpty()) {
            return Optional.empty();
        }
        if (indicator.formula().operation() == Formula.Operation.DIFFERENCE) {
            return Optional.of(first.get().subtract(second.get()));
        }
        return second.filter(whole -> whole.signum() > 0)
                .map(whole -> new Ratio(first.get(), whole).in(indicator.measure()));
    }

    private static DerivedFigure improved(List<IndicatorValue> reported, int named, Set<String> lowerIsBetter) {
        int compared = 0;
        int better = 0;
        boolean complete = true;
        boolean synthetic = false;
        for (IndicatorValue input : reported) {
            Optional<Integer> movement = movement(input);
            if (movement.isPresent()) {
                compared++;
                better += movement.get() == (lowerIsBetter.contains(input.indicator()) ? -1 : 1) ? 1 : 0;
                complete &= input.coverage().status() == Coverage.Status.COMPLETE;
                synthetic |= input.synthetic();
            }
        }
        return compared == 0
                ? nothing(named)
                : new DerivedFigure(
                        BigDecimal.valueOf(better).setScale(Measure.DECIMALS),
                        Optional.empty(),
                        new Coverage(compared, named, complete),
                        synthetic);
    }

    /** Which way a figure moved: by its base, or by the growth that was stated of it. */
    private static Optional<Integer> movement(IndicatorValue input) {
        if (input.base() != null) {
            return Optional.of(input.value().compareTo(input.base()));
        }
        if (input.growth() instanceof Growth.Percent percent) {
            return Optional.of(percent.percent().signum());
        }
        return input.growth() instanceof Growth.Points points
                ? Optional.of(points.points().signum())
                : Optional.empty();
    }

    private static Coverage weaker(Coverage one, Coverage other) {
        boolean oneIsWeaker = (long) one.reported() * other.expected() <= (long) other.reported() * one.expected();
        Coverage weaker = oneIsWeaker ? one : other;
        boolean complete = one.status() == Coverage.Status.COMPLETE && other.status() == Coverage.Status.COMPLETE;
        return new Coverage(
                weaker.reported(),
                weaker.expected(),
                complete ? weaker.enough() : weaker.expected(),
                one.over() && other.over());
    }
}
