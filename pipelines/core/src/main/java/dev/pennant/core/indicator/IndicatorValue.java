package dev.pennant.core.indicator;

import dev.pennant.core.period.Period;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * A published number with all that it takes to trust it: what and whose it is, its period, measure, base, coverage and version.
 *
 * @param indicator id of the indicator in the catalogue
 * @param unit code of the unit: nine digits for a township, six for a county, four for a prefecture
 * @param period the months or days covered
 * @param measure what value and base are counted in
 * @param value unrounded, ten decimals
 * @param base the figure of last year that it is compared with, unrounded; null where there is none
 * @param growth as published
 * @param coverage reported X of Y
 * @param synthetic whether any figure in it was made up, as those of a demonstration are
 * @param version orders this value among those of the same indicator, unit and period
 * @param updatedAt when it was computed
 */
public record IndicatorValue(
        String indicator,
        String unit,
        Period period,
        Measure measure,
        BigDecimal value,
        BigDecimal base,
        Growth growth,
        Coverage coverage,
        boolean synthetic,
        Version version,
        Instant updatedAt) {}
