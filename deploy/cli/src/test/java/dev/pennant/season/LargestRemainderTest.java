package dev.pennant.season;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

final class LargestRemainderTest {
    @Property
    void sharesAddUpAndEachIsItsQuotaRoundedEitherWay(
            @ForAll @LongRange(min = 0, max = 2_000_000_000_000L) long whole,
            @ForAll @Size(min = 1, max = 60) List<@LongRange(min = 0, max = 1_000_000_000_000L) Long> drawn) {
        long[] weights = plusOne(drawn);
        long[] shares = LargestRemainder.split(whole, weights);
        assertThat(LongStream.of(shares).sum()).isEqualTo(whole);
        BigInteger sum = BigInteger.valueOf(LongStream.of(weights).sum());
        for (int index = 0; index < weights.length; index++) {
            long quota = BigInteger.valueOf(whole)
                    .multiply(BigInteger.valueOf(weights[index]))
                    .divide(sum)
                    .longValueExact();
            assertThat(shares[index]).isBetween(quota, quota + 1);
        }
    }

    @Property
    void nobodyGetsMoreThanItsCeiling(
            @ForAll @IntRange(min = 0, max = 100) int percent,
            @ForAll @Size(min = 1, max = 40) List<@LongRange(min = 0, max = 1_000_000_000L) Long> drawn) {
        long[] ceilings = plusOne(drawn);
        long[] weights =
                LongStream.of(ceilings).map(ceiling -> 1 + ceiling % 1_000).toArray();
        long whole = LongStream.of(ceilings).sum() / 100 * percent;
        long[] shares = LargestRemainder.splitBelow(whole, weights, ceilings);
        assertThat(LongStream.of(shares).sum()).isEqualTo(whole);
        for (int index = 0; index < shares.length; index++) {
            assertThat(shares[index]).isBetween(0L, ceilings[index]);
        }
    }

    @Test
    void theLargestRemaindersGetOneMore() {
        assertThat(LargestRemainder.split(10, new long[] {1, 1, 1, 4})).containsExactly(2, 1, 1, 6);
    }

    @Test
    void nothingCanBeSplitAmongNobody() {
        assertThat(LargestRemainder.split(0, new long[] {0, 0})).containsExactly(0, 0);
        assertThatThrownBy(() -> LargestRemainder.split(1, new long[] {0, 0}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> LargestRemainder.splitBelow(30, new long[] {1, 1}, new long[] {10, 10}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static long[] plusOne(List<Long> drawn) {
        return drawn.stream().mapToLong(weight -> weight + 1).toArray();
    }
}
