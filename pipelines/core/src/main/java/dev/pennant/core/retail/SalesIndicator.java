package dev.pennant.core.retail;

import dev.pennant.core.indicator.Coverage;
import dev.pennant.core.indicator.IndicatorValue;
import dev.pennant.core.indicator.Measure;
import dev.pennant.core.indicator.Money;
import dev.pennant.core.indicator.Rounding;
import dev.pennant.core.indicator.Version;
import dev.pennant.core.period.Period;
import java.io.Serializable;
import java.time.Instant;

/**
 * An indicator that sums receipts (零售流水), refunds taken off.
 *
 * @param id id in the catalogue
 * @param measure what the sum is given in, a measure of money
 * @param growthRounding how its growth is published
 */
public record SalesIndicator(String id, Measure measure, Rounding growthRounding) implements Serializable {
    /**
     * The value of a unit and period.
     *
     * @param unit code of the unit
     */
    public IndicatorValue value(
            String unit,
            Period period,
            RunningSum sum,
            Coverage coverage,
            boolean synthetic,
            Version version,
            Instant updatedAt) {
        return new IndicatorValue(
                id,
                unit,
                period,
                measure,
                measure.of(new Money(sum.value())),
                sum.compared() ? measure.of(new Money(sum.base())) : null,
                sum.growth(growthRounding),
                coverage,
                synthetic,
                version,
                updatedAt);
    }
}
