package dev.pennant.core.air;

import dev.pennant.core.indicator.Coverage;
import dev.pennant.core.indicator.IndicatorValue;
import dev.pennant.core.indicator.Measure;
import dev.pennant.core.indicator.Version;
import dev.pennant.core.period.Period;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * An indicator of the air as the catalogue has it.
 *
 * @param figure which figure of the statistics it shows
 * @param measure what it is given in
 * @param daily whether it is told for every day, and not for whole months alone
 */
public record MeasuredIndicator(AirIndicator figure, Measure measure, boolean daily) implements Serializable {
    /**
     * The value of a unit and period: reported are the valid days, expected are all days, and enough those that its standard asks for.
     *
     * @param unit code of the unit
     * @param period as it is shown
     * @param compared the statistics of both years
     * @param over whether the period is over
     */
    public IndicatorValue value(
            String unit, Period period, AirComparison compared, boolean over, Version version, Instant updatedAt) {
        AirStatistics current = compared.current();
        Optional<BigDecimal> value = figure.value(current).map(MeasuredIndicator::stored);
        int validDays = value.isPresent() ? figure.validDays(current) : 0;
        return new IndicatorValue(
                figure.id(),
                unit,
                period,
                measure,
                value.orElse(BigDecimal.ZERO.setScale(Measure.DECIMALS)),
                figure.value(compared.base()).map(MeasuredIndicator::stored).orElse(null),
                figure.growth(current, compared.base()),
                new Coverage(validDays, current.span().days(), current.daysNeeded(), over),
                compared.synthetic(),
                version,
                updatedAt);
    }

    private static BigDecimal stored(Fraction figure) {
        return figure.rounded(Measure.DECIMALS);
    }
}
