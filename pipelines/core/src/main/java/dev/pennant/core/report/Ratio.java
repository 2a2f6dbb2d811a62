package dev.pennant.core.report;

import dev.pennant.core.indicator.Measure;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A share or a rate as its two parts, which can be added up where the quotient cannot.
 *
 * @param numerator the part
 * @param denominator the whole, above zero
 */
public record Ratio(BigDecimal numerator, BigDecimal denominator) {
    private static final String PERCENT = "%";

    /** The quotient in a measure: in hundredths where that is percent; ten decimals, half up. */
    public BigDecimal in(Measure measure) {
        BigDecimal dividend = measure.symbol().equals(PERCENT) ? numerator.movePointRight(2) : numerator;
        return dividend.divide(denominator, Measure.DECIMALS, RoundingMode.HALF_UP);
    }
}
