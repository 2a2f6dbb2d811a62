package dev.pennant.core.report;

import dev.pennant.core.period.Period;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * What a department states of one indicator of one unit for a period. It may be filed again; of one unit, indicator and period the highest revision
 * stands. Figures have ten decimals.
 *
 * @param unit code of the unit
 * @param indicator id of the indicator
 * @param period the months or days covered
 * @param value the figure in the indicator's measure; of a ratio its quotient
 * @param ratio the two parts of it, where it was stated so
 * @param base the comparable figure of the year before
 * @param growth the department's own growth, which it may reckon otherwise than from value and base, as at constant prices
 * @param revision 0 for the first filing, then rising
 * @param reportedAt when it was filed
 * @param synthetic whether the figure is made up
 */
public record IndicatorReport(
        String unit,
        String indicator,
        Period period,
        BigDecimal value,
        Optional<Ratio> ratio,
        Optional<BigDecimal> base,
        Optional<BigDecimal> growth,
        int revision,
        Instant reportedAt,
        boolean synthetic) {

    /** Whether another filing states the same figures, whenever it was filed. */
    public boolean statesTheSameAs(IndicatorReport other) {
        return value.compareTo(other.value) == 0
                && ratio.equals(other.ratio)
                && base.equals(other.base)
                && growth.equals(other.growth)
                && synthetic == other.synthetic;
    }
}
