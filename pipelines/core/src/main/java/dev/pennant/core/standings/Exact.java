package dev.pennant.core.standings;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Exact arithmetic on scaled longs: a product is divided whole and rounded once, so that nothing depends on the order of a computation. */
final class Exact {
    private Exact() {}

    /**
     * {@code a × b ÷ divisor}, rounded once.
     *
     * @throws ArithmeticException when the divisor is zero, or the quotient does not fit a long
     */
    static long quotient(long a, long b, long divisor, RoundingMode mode) {
        long high = Math.multiplyHigh(a, b);
        long product = a * b;
        if (high != product >> (Long.SIZE - 1) || product == Long.MIN_VALUE) {
            return BigDecimal.valueOf(a)
                    .multiply(BigDecimal.valueOf(b))
                    .divide(BigDecimal.valueOf(divisor), 0, mode)
                    .longValueExact();
        }
        long quotient = product / divisor;
        long rest = product - quotient * divisor;
        if (rest == 0 || mode == RoundingMode.DOWN) {
            return quotient;
        }
        long away = quotient + ((product < 0) == (divisor < 0) ? 1 : -1);
        int side = Long.compareUnsigned(Math.abs(rest), Math.abs(divisor) - Math.abs(rest));
        return switch (mode) {
            case HALF_UP -> side >= 0 ? away : quotient;
            case HALF_DOWN -> side > 0 ? away : quotient;
            case HALF_EVEN -> side > 0 || (side == 0 && (quotient & 1) != 0) ? away : quotient;
            case UP -> away;
            case CEILING -> away > quotient ? away : quotient;
            case FLOOR -> away < quotient ? away : quotient;
            default -> throw new ArithmeticException("a quotient with a rest has to be rounded");
        };
    }
}
