package dev.pennant.core.derived;

import dev.pennant.core.indicator.Coverage;
import dev.pennant.core.indicator.Growth;
import dev.pennant.core.indicator.IndicatorValue;
import dev.pennant.core.indicator.Measure;
import dev.pennant.core.indicator.Rounding;
import dev.pennant.core.indicator.Version;
import dev.pennant.core.period.Period;
import dev.pennant.core.report.GrowthKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;

/** Values and derived indicators that the tests of this package share. */
final class Inputs {
    static final Instant NOW = Instant.parse("2020-12-10T02:00:00Z");
    static final Coverage WHOLE = new Coverage(1, 1);
    static final Derivations DERIVATIONS = new Derivations(
            List.of(
                    derived("a-rest-share", "%", "share(b-rest, whole)", GrowthKind.POINTS),
                    derived("b-rest", "个", "difference(whole, done)", GrowthKind.PERCENT),
                    derived("share", "%", "share(done, whole)", GrowthKind.POINTS),
                    derived("rate", "人次/场", "share(done, whole)", GrowthKind.PERCENT),
                    derived("improved", "项", "improved(done, whole, fires)", GrowthKind.POINTS)),
            List.of("fires"));

    private Inputs() {}

    static DerivedIndicator derived(String id, String measure, String formula, GrowthKind growth) {
        return new DerivedIndicator(
                id, new Measure(measure), Formula.parse(formula), growth, new Rounding(1, RoundingMode.HALF_UP));
    }

    static IndicatorValue input(String indicator, String value, String base, Coverage coverage, long version) {
        return new IndicatorValue(
                indicator,
                "330482001",
                Period.parse("2020-11"),
                new Measure("个"),
                exact(value),
                base == null ? null : exact(base),
                Growth.NOT_MEANINGFUL,
                coverage,
                false,
                new Version(1, version),
                NOW);
    }

    static IndicatorValue input(String indicator, String value, String base) {
        return input(indicator, value, base, WHOLE, 1);
    }

    static BigDecimal exact(String figure) {
        return new BigDecimal(figure).setScale(Measure.DECIMALS);
    }
}
