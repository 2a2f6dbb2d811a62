package dev.pennant.core.air;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * An exact number, not negative: means over different numbers of stations and days have no common decimals in which they could be added. Most fit
 * into two longs; what does not goes on in big numbers.
 */
public final class Fraction {
    /** Nothing, to begin a sum with. */
    public static final Fraction ZERO = of(0, 1);

    private static final long[] POWERS_OF_TEN = {1, 10, 100};

    private final long numerator;
    private final long denominator;
    /** In place of the two longs where these do not hold it, or null. */
    private final Big big;

    private Fraction(long numerator, long denominator, Big big) {
        this.numerator = numerator;
        this.denominator = denominator;
        this.big = big;
    }

    /**
     * A quotient of two whole numbers.
     *
     * @throws IllegalArgumentException when the numerator is negative, or the denominator is not above zero
     */
    public static Fraction of(long numerator, long denominator) {
        if (numerator < 0 || denominator <= 0) {
            throw new IllegalArgumentException(numerator + " / " + denominator + " is negative or means nothing");
        }
        return new Fraction(numerator, denominator, null);
    }

    /** The sum. */
    public Fraction plus(Fraction other) {
        if (big == null && other.big == null) {
            long common = greatestCommonDivisor(denominator, other.denominator);
            long times = other.denominator / common;
            long otherTimes = denominator / common;
            if (fits(numerator, times) && fits(other.numerator, otherTimes) && fits(denominator, times)) {
                long sum = numerator * times + other.numerator * otherTimes;
                if (sum >= 0) {
                    return new Fraction(sum, denominator * times, null);
                }
            }
        }
        return new Fraction(0, 0, big().plus(other.big()));
    }

    /** The quotient by a whole number above zero. */
    public Fraction dividedBy(long divisor) {
        return big == null && fits(denominator, divisor)
                ? new Fraction(numerator, denominator * divisor, null)
                : new Fraction(0, 0, big().dividedBy(divisor));
    }

    /** Rounded once, half to even (GB/T 8170). */
    public BigDecimal rounded(int decimals) {
        if (big == null && decimals < POWERS_OF_TEN.length && fits(numerator, POWERS_OF_TEN[decimals])) {
            return BigDecimal.valueOf(HalfEven.quotient(numerator * POWERS_OF_TEN[decimals], denominator), decimals);
        }
        return big().rounded(decimals);
    }

    @Override
    public String toString() {
        return big == null ? numerator + " / " + denominator : big.toString();
    }

    private Big big() {
        return big == null ? new Big(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator)) : big;
    }

    /** Whether the product of two numbers that are not negative is less than 2⁶³. */
    private static boolean fits(long one, long other) {
        return Math.multiplyHigh(one, other) == 0 && one * other >= 0;
    }

    private static long greatestCommonDivisor(long one, long other) {
        long greater = one;
        long smaller = other;
        while (smaller != 0) {
            long rest = greater % smaller;
            greater = smaller;
            smaller = rest;
        }
        return greater;
    }

    /** The same of any size. */
    private record Big(BigInteger numerator, BigInteger denominator) {
        Big plus(Big other) {
            return new Big(
                    numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                    denominator.multiply(other.denominator));
        }

        Big dividedBy(long divisor) {
            return new Big(numerator, denominator.multiply(BigInteger.valueOf(divisor)));
        }

        BigDecimal rounded(int decimals) {
            return new BigDecimal(numerator).divide(new BigDecimal(denominator), decimals, RoundingMode.HALF_EVEN);
        }

        @Override
        public String toString() {
            return numerator + " / " + denominator;
        }
    }
}
