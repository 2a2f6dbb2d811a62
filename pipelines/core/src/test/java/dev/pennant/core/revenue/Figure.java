package dev.pennant.core.revenue;

import dev.pennant.core.indicator.Growth;
import dev.pennant.core.indicator.IndicatorValue;
import java.math.BigDecimal;

/** What a reader sees of an indicator value: all but its version and the time. */
record Figure(
        BigDecimal value,
        BigDecimal base,
        Growth growth,
        int reported,
        int expected,
        String status,
        boolean synthetic) {

    static Figure of(IndicatorValue value) {
        return new Figure(
                value.value(),
                value.base(),
                value.growth(),
                value.coverage().reported(),
                value.coverage().expected(),
                value.coverage().status().id(),
                value.synthetic());
    }
}
