package dev.pennant.season;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;

/** Splits a whole in proportion to weights, exactly: everyone gets the whole part of its quota, the largest remainders get one more. */
final class LargestRemainder {
    private LargestRemainder() {}

    /**
     * Shares that add up to the whole.
     *
     * @param whole what is split, not negative
     * @param weights not negative
     * @throws IllegalArgumentException when there is something to split, and all weights are zero
     */
    static long[] split(long whole, long[] weights) {
        BigInteger sum = LongStream.of(weights).mapToObj(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
        long[] shares = new long[weights.length];
        if (whole == 0) {
            return shares;
        }
        if (sum.signum() == 0) {
            throw new IllegalArgumentException("nobody can take a share of " + whole);
        }
        BigInteger[] remainders = new BigInteger[weights.length];
        List<Integer> indexes = new ArrayList<>();
        long left = whole;
        for (int index = 0; index < weights.length; index++) {
            BigInteger[] quota = BigInteger.valueOf(whole)
                    .multiply(BigInteger.valueOf(weights[index]))
                    .divideAndRemainder(sum);
            shares[index] = quota[0].longValueExact();
            remainders[index] = quota[1];
            left -= shares[index];
            indexes.add(index);
        }
        Comparator<Integer> byRemainder = Comparator.comparing(index -> remainders[index]);
        indexes.stream().sorted(byRemainder.reversed()).limit(left).forEach(index -> shares[index]++);
        return shares;
    }

    /**
     * Shares that add up to the whole, none above its ceiling; what one cannot take goes to the others.
     *
     * @throws IllegalArgumentException when the whole does not fit under the ceilings of those with a weight
     */
    static long[] splitBelow(long whole, long[] weights, long[] ceilings) {
        long[] open = weights.clone();
        long[] full = new long[weights.length];
        long left = whole;
        while (true) {
            long[] shares = split(left, open);
            boolean fits = true;
            for (int index = 0; index < shares.length; index++) {
                if (shares[index] > ceilings[index]) {
                    full[index] = ceilings[index];
                    open[index] = 0;
                    left -= ceilings[index];
                    fits = false;
                }
            }
            if (fits) {
                for (int index = 0; index < shares.length; index++) {
                    shares[index] += full[index];
                }
                return shares;
            }
        }
    }
}
