package dev.pennant.core.report;

import dev.pennant.core.catalogue.Catalogue;
import dev.pennant.core.indicator.Measure;
import dev.pennant.core.indicator.Rounding;
import dev.pennant.core.period.Period;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A few reports and units that the tests of this package share. */
final class Reports {
    static final Instant NOW = Instant.parse("2020-12-10T02:00:00Z");
    static final UpperUnits UPPER = Catalogue.shipped().upperUnits();
    static final String DANGHU = "330482001";
    static final String ZHONGDAI = "330482002";
    static final String PINGHU = "330482";
    static final String JIAXING = "3304";

    private Reports() {}

    static ReportedIndicator indicator(ReportedIndicator.RollUp rollUp, GrowthKind growth, String... kinds) {
        return new ReportedIndicator(
                "sample",
                new Measure("%"),
                Set.of(kinds),
                ReportedIndicator.Cadence.MONTHLY,
                new ReportedIndicator.Range(BigDecimal.ZERO, new BigDecimal("100")),
                rollUp,
                growth,
                new Rounding(1, RoundingMode.HALF_UP));
    }

    static IndicatorReport report(String unit, String value, int revision) {
        return report(unit, exact(value), Optional.empty(), Optional.empty(), Optional.empty(), revision);
    }

    static IndicatorReport onBase(String unit, String value, String base) {
        return report(unit, exact(value), Optional.empty(), Optional.of(exact(base)), Optional.empty(), 0);
    }

    static IndicatorReport growing(String unit, String value, String growth) {
        return report(unit, exact(value), Optional.empty(), Optional.empty(), Optional.of(exact(growth)), 0);
    }

    static IndicatorReport ratio(String unit, String numerator, String denominator) {
        Ratio ratio = new Ratio(exact(numerator), exact(denominator));
        BigDecimal value = ratio.in(new Measure("%"));
        return report(unit, value, Optional.of(ratio), Optional.empty(), Optional.empty(), 0);
    }

    private static IndicatorReport report(
            String unit,
            BigDecimal value,
            Optional<Ratio> ratio,
            Optional<BigDecimal> base,
            Optional<BigDecimal> growth,
            int revision) {
        return new IndicatorReport(
                unit, "sample", Period.parse("2020-11"), value, ratio, base, growth, revision, NOW, false);
    }

    static UnitRegistration unit(String code, LowerKind kind, String parent) {
        return new UnitRegistration(code, code + " 样本", kind, parent, false);
    }

    static BigDecimal exact(String figure) {
        return new BigDecimal(figure).setScale(Measure.DECIMALS);
    }

    /** A shelf in memory. */
    static final class Shelf implements FigureShelf {
        private final Map<String, UnitFigures> units = new HashMap<>();

        @Override
        public UnitFigures figures(String unit) {
            return units.getOrDefault(unit, new UnitFigures());
        }

        @Override
        public void put(String unit, UnitFigures figures) {
            units.put(unit, figures);
        }
    }
}
