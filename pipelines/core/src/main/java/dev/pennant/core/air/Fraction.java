package dev.pennant.core.air;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * An exact number: means over different numbers of stations and days have no common decimals in which they could be added.
 *
 * @param numerator of either sign
 * @param denominator above zero
 */
public record Fraction(BigInteger numerator, BigInteger denominator) {
    /** Nothing, to begin a sum with. */
    public static final Fraction ZERO = new Fraction(BigInteger.ZERO, BigInteger.ONE);

    /** @throws IllegalArgumentException when the denominator is not above zero */
    public Fraction {
        if (denominator.signum() <= 0) {
            throw new IllegalArgumentException("a denominator of " + denominator + " is not above zero");
        }
    }

    /** A quotient of two whole numbers. */
    public static Fraction of(long numerator, long denominator) {
        return new Fraction(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    /** The sum. */
    public Fraction plus(Fraction other) {
        if (denominator.equals(other.denominator)) {
            return new Fraction(numerator.add(other.numerator), denominator);
        }
        return new Fraction(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    /** The quotient by a whole number above zero. */
    public Fraction dividedBy(long divisor) {
        return new Fraction(numerator, denominator.multiply(BigInteger.valueOf(divisor)));
    }

    /** Rounded once, half to even (GB/T 8170). */
    public BigDecimal rounded(int decimals) {
        return new BigDecimal(numerator).divide(new BigDecimal(denominator), decimals, RoundingMode.HALF_EVEN);
    }
}
