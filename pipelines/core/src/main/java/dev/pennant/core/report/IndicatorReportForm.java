package dev.pennant.core.report;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * A department's report as it was sent, unchecked.
 *
 * @param unit code of the unit
 * @param indicator id of the indicator
 * @param period {@code 2020-10} or {@code 2020-10-07}
 * @param value the figure, or nothing where the two parts of a ratio state it
 * @param base the comparable figure of the year before, if stated
 * @param growth the department's own growth, if stated
 * @param numerator the part, of a share or a rate
 * @param denominator the whole, of a share or a rate
 * @param revision 0 for the first filing
 * @param reportedAt when it was filed
 * @param synthetic whether the figure is made up
 */
public record IndicatorReportForm(
        String unit,
        String indicator,
        String period,
        Optional<BigDecimal> value,
        Optional<BigDecimal> base,
        Optional<BigDecimal> growth,
        Optional<BigDecimal> numerator,
        Optional<BigDecimal> denominator,
        int revision,
        Instant reportedAt,
        boolean synthetic) {}
