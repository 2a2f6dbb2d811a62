package dev.pennant.core.catalogue;

import dev.pennant.core.air.MeasuredIndicator;
import dev.pennant.core.air.SustainedAqi;
import dev.pennant.core.derived.DerivedIndicator;
import dev.pennant.core.indicator.Measure;
import dev.pennant.core.indicator.Rounding;
import dev.pennant.core.report.ReportedIndicator;
import dev.pennant.core.retail.SalesIndicator;
import dev.pennant.core.revenue.RevenueIndicator;
import java.util.Optional;

/**
 * The definition card of an indicator.
 *
 * @param id id, a contract
 * @param title Chinese title
 * @param titleEn English title
 * @param meaning what it counts, in Chinese
 * @param measure what it is given in
 * @param direction which way is better
 * @param source what it is made of
 * @param valueRounding how a value is published
 * @param growthRounding how its growth is published
 * @param basis what the definition rests on
 */
public record IndicatorDefinition(
        String id,
        String title,
        String titleEn,
        String meaning,
        Measure measure,
        Direction direction,
        IndicatorSource source,
        Rounding valueRounding,
        Rounding growthRounding,
        Basis basis) {

    /** The part that the running aggregation of reports needs; nothing when it is not made of them. */
    public Optional<RevenueIndicator> revenueIndicator() {
        return source instanceof IndicatorSource.OfReports reports
                ? Optional.of(new RevenueIndicator(id, reports.amount(), reports.scopes(), measure, growthRounding))
                : Optional.empty();
    }

    /** The part that the running aggregation of receipts needs; nothing when it is not made of them. */
    public Optional<SalesIndicator> salesIndicator() {
        return source instanceof IndicatorSource.OfReceipts
                ? Optional.of(new SalesIndicator(id, measure, growthRounding))
                : Optional.empty();
    }

    /** The part that the reports of departments are judged and added up by; nothing when it is not made of them. */
    public Optional<ReportedIndicator> reportedIndicator() {
        return source instanceof IndicatorSource.OfDepartments reported
                ? Optional.of(new ReportedIndicator(
                        id,
                        measure,
                        reported.kinds(),
                        reported.cadence(),
                        reported.range(),
                        reported.rollUp(),
                        reported.growth(),
                        growthRounding))
                : Optional.empty();
    }

    /** The part that it is derived from others by; nothing when it is made of something else. */
    public Optional<DerivedIndicator> derivedIndicator() {
        return source instanceof IndicatorSource.Derived derived
                ? Optional.of(new DerivedIndicator(id, measure, derived.formula(), derived.growth(), growthRounding))
                : Optional.empty();
    }

    /** The part that the statistics of the air need; nothing when it is not made of them. */
    public Optional<MeasuredIndicator> measuredIndicator() {
        return source instanceof IndicatorSource.OfAir air
                ? Optional.of(new MeasuredIndicator(air.figure(), measure, air.daily()))
                : Optional.empty();
    }

    /** The part that the hours of the air need; nothing when it is not made of them. */
    public Optional<SustainedAqi> sustainedAqi() {
        return source instanceof IndicatorSource.OfHourlyAqi aqi
                ? Optional.of(new SustainedAqi(aqi.hours(), measure))
                : Optional.empty();
    }

    /** Which way is better. */
    public enum Direction {
        HIGHER_IS_BETTER("higher-is-better"),
        LOWER_IS_BETTER("lower-is-better");

        private final String id;

        Direction(String id) {
            this.id = id;
        }

        /** The spelling in the catalogue. */
        public String id() {
            return id;
        }
    }
}
