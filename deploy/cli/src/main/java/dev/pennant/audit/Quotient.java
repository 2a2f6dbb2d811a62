package dev.pennant.audit;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * An exact number of an explanation, apart from those that jobs calculate with.
 *
 * @param dividend of either sign
 * @param divisor above zero
 */
record Quotient(BigInteger dividend, BigInteger divisor) implements Comparable<Quotient> {
    static final Quotient ZERO = of(0, 1);

    static Quotient of(long dividend, long divisor) {
        return new Quotient(BigInteger.valueOf(dividend), BigInteger.valueOf(divisor));
    }

    Quotient plus(Quotient other) {
        return divisor.equals(other.divisor)
                ? new Quotient(dividend.add(other.dividend), divisor)
                : new Quotient(
                        dividend.multiply(other.divisor).add(other.dividend.multiply(divisor)),
                        divisor.multiply(other.divisor));
    }

    Quotient times(long factor) {
        return new Quotient(dividend.multiply(BigInteger.valueOf(factor)), divisor);
    }

    Quotient dividedBy(long number) {
        return new Quotient(dividend, divisor.multiply(BigInteger.valueOf(number)));
    }

    /** Rounded once, half to even (GB/T 8170). */
    BigDecimal rounded(int decimals) {
        return new BigDecimal(dividend).divide(new BigDecimal(divisor), decimals, RoundingMode.HALF_EVEN);
    }

    @Override
    public int compareTo(Quotient other) {
        return dividend.multiply(other.divisor).compareTo(other.dividend.multiply(divisor));
    }
}
