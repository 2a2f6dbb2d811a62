package dev.pennant.core.air;

/** Rounding of quotients of whole numbers, a half going to the even neighbour (GB/T 8170). */
final class HalfEven {
    private HalfEven() {}

    /**
     * The quotient as a whole number.
     *
     * @param dividend not negative
     * @param divisor above zero
     */
    static long quotient(long dividend, long divisor) {
        long floor = dividend / divisor;
        long rest = dividend - floor * divisor;
        // Comparing with what is left, and not doubling the rest, cannot overflow.
        long toNext = divisor - rest;
        boolean goesUp = rest > toNext || (rest == toNext && (floor & 1) == 1);
        return goesUp ? floor + 1 : floor;
    }
}
