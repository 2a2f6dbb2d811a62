package dev.pennant.core.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class GrowthTest {
    private static final Rounding AS_PUBLISHED = new Rounding(1, RoundingMode.HALF_UP);

    @ParameterizedTest(name = "{0} on {1} is {2} %")
    @CsvSource({
        "115.7, 100, 15.7",
        "562.3, 100, 462.3",
        "100, 100, 0.0",
        "0, 100, -100.0",
        "-50, 100, -150.0",
        "100.05, 100, 0.1",
        "100.04, 100, 0.0",
        "99.95, 100, -0.1",
        "99.96, 100, 0.0",
        "95.05, 100, -5.0",
        "2, 3, -33.3",
        "5, 3, 66.7",
        "92233720368547758.07, 0.01, 922337203685477580600.0",
    })
    void growthIsRoundedOnceAndTheHalfGoesAwayFromZero(String current, String base, BigDecimal percent) {
        assertThat(Growth.ofAmounts(Money.ofYuan(current), Money.ofYuan(base), AS_PUBLISHED))
                .isEqualTo(new Growth.Percent(percent));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE})
    void aBaseOfZeroOrLessGivesNoGrowth(long base) {
        assertThat(Growth.ofAmounts(new Money(100), new Money(base), AS_PUBLISHED))
                .isEqualTo(Growth.NOT_MEANINGFUL);
    }

    @Test
    void nothingOnNothingIsNoGrowth() {
        assertThat(Growth.ofAmounts(Money.ZERO, Money.ZERO, AS_PUBLISHED)).isEqualTo(Growth.NOT_MEANINGFUL);
    }

    @Property
    void whatIsPublishedIsWithinHalfADigitOfTheExactGrowth(
            @ForAll long current, @ForAll @LongRange(min = 1) long base) {
        Growth.Percent growth = (Growth.Percent) Growth.ofAmounts(new Money(current), new Money(base), AS_PUBLISHED);

        BigDecimal exactTimesBase =
                BigDecimal.valueOf(current).subtract(BigDecimal.valueOf(base)).movePointRight(2);
        BigDecimal error = growth.percent()
                .multiply(BigDecimal.valueOf(base))
                .subtract(exactTimesBase)
                .abs();
        assertThat(growth.percent().scale()).isEqualTo(1);
        assertThat(error).isLessThanOrEqualTo(new BigDecimal("0.05").multiply(BigDecimal.valueOf(base)));
    }
}
