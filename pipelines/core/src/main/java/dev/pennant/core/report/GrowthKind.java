package dev.pennant.core.report;

import dev.pennant.core.indicator.Growth;
import dev.pennant.core.indicator.Rounding;
import java.math.BigDecimal;

/** How the change of a figure is counted. */
public enum GrowthKind {
    /** Relative to the base, in percent; nothing where the base is zero or negative. */
    PERCENT {
        @Override
        public Growth between(BigDecimal base, BigDecimal value, Rounding rounding) {
            return base.signum() <= 0
                    ? Growth.NOT_MEANINGFUL
                    : new Growth.Percent(rounding.quotient(value.subtract(base).movePointRight(2), base));
        }

        @Override
        Growth as(BigDecimal reported) {
            return new Growth.Percent(reported);
        }
    },
    /** The difference of two shares or rates, in percentage points (百分点). */
    POINTS {
        @Override
        public Growth between(BigDecimal base, BigDecimal value, Rounding rounding) {
            return new Growth.Points(rounding.round(value.subtract(base)));
        }

        @Override
        Growth as(BigDecimal reported) {
            return new Growth.Points(reported);
        }
    };

    /** Growth from a base to a value. */
    public abstract Growth between(BigDecimal base, BigDecimal value, Rounding rounding);

    /** Growth as a department states it. */
    abstract Growth as(BigDecimal reported);
}
