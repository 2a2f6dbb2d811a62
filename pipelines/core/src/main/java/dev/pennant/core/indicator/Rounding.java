package dev.pennant.core.indicator;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How a figure is rounded for publication. Economic figures are rounded half up (四舍五入), air quality half to even (GB/T 8170).
 *
 * @param decimals digits after the point, 0 to 10
 * @param mode which way a half goes
 */
public record Rounding(int decimals, RoundingMode mode) implements Serializable {
    /** @throws IllegalArgumentException when the decimals are not 0 to 10 */
    public Rounding {
        if (decimals < 0 || decimals > Measure.DECIMALS) {
            throw new IllegalArgumentException("decimals " + decimals + " are not between 0 and " + Measure.DECIMALS);
        }
    }

    /** The figure as published. */
    public BigDecimal round(BigDecimal figure) {
        return figure.setScale(decimals, mode);
    }

    /** A quotient rounded once, from its exact value. */
    public BigDecimal quotient(BigDecimal dividend, BigDecimal divisor) {
        return dividend.divide(divisor, decimals, mode);
    }
}
