package dev.pennant.core.report;

import java.math.BigDecimal;

/**
 * A share or a rate as its two parts, which can be added up where the quotient cannot.
 *
 * @param numerator the part
 * @param denominator the whole, above zero
 */
public record Ratio(BigDecimal numerator, BigDecimal denominator) {}
