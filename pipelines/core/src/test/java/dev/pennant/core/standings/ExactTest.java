package dev.pennant.core.standings;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

final class ExactTest {
    @Property
    void aQuotientIsWhatDecimalsGive(
            @ForAll long a,
            @ForAll @LongRange(min = -1_000_000, max = 1_000_000) long b,
            @ForAll long divisor,
            @ForAll RoundingMode mode) {
        Assume.that(mode != RoundingMode.UNNECESSARY && divisor != 0 && divisor != Long.MIN_VALUE);
        BigDecimal expected =
                BigDecimal.valueOf(a).multiply(BigDecimal.valueOf(b)).divide(BigDecimal.valueOf(divisor), 0, mode);
        Assume.that(expected.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0);

        assertThat(Exact.quotient(a, b, divisor, mode)).isEqualTo(expected.longValueExact());
    }

    @Property
    void halvesGoWhereTheRoundingSays(@ForAll @LongRange(min = -50, max = 50) long halves, @ForAll RoundingMode mode) {
        Assume.that(mode != RoundingMode.UNNECESSARY);
        BigDecimal expected = BigDecimal.valueOf(halves).divide(BigDecimal.valueOf(2), 0, mode);

        assertThat(Exact.quotient(halves, 1, 2, mode)).isEqualTo(expected.longValueExact());
        assertThat(Exact.quotient(-halves, 1, -2, mode)).isEqualTo(expected.longValueExact());
    }
}
