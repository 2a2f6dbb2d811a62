package dev.pennant.core.air;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

final class FractionTest {
    @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
    void sumsAndQuotientsOfAnySizeAreExact(@ForAll long seed) {
        Random chance = new Random(seed);
        Fraction fraction = Fraction.ZERO;
        Exact exact = Exact.of(0, 1);
        for (int step = chance.nextInt(8); step >= 0; step--) {
            long numerator = drawn(chance);
            long denominator = 1 + drawn(chance);
            if (chance.nextInt(3) == 0) {
                fraction = fraction.dividedBy(denominator);
                exact = exact.times(Exact.of(1, denominator));
            } else {
                fraction = fraction.plus(Fraction.of(numerator, denominator));
                exact = exact.plus(Exact.of(numerator, denominator));
            }
        }
        for (int decimals : new int[] {0, 1, 2, 10}) {
            assertThat(fraction.rounded(decimals)).as(fraction.toString()).isEqualTo(exact.rounded(decimals));
        }
    }

    @Example
    void aHalfGoesToTheEvenNeighbourHoweverLargeTheNumbersAre() {
        assertThat(Fraction.of(5, 2).rounded(0)).isEqualTo("2");
        assertThat(Fraction.of(7, 2).rounded(0)).isEqualTo("4");
        assertThat(Fraction.of(Long.MAX_VALUE, 2).rounded(0)).isEqualTo("4611686018427387904");
        assertThat(Fraction.of(Long.MAX_VALUE, 2).rounded(2)).isEqualTo("4611686018427387903.50");
        assertThat(Fraction.of(Long.MAX_VALUE, 1).plus(Fraction.of(1, 2)).rounded(0))
                .isEqualTo("9223372036854775808");
    }

    @Example
    void whatIsNegativeOrMeansNothingIsNone() {
        assertThatThrownBy(() -> Fraction.of(-1, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Fraction.of(1, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Of any number of bits as likely as of another, so that sums fit into two longs, just fit, or do not. */
    private static long drawn(Random chance) {
        return chance.nextLong() >>> (2 + chance.nextInt(61));
    }
}
