package dev.pennant.core.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RoundingTest {
    @ParameterizedTest
    @CsvSource({"0.125, 0.13", "-0.125, -0.13", "143.5549, 143.55", "143.555, 143.56", "-0.001, 0.00", "7, 7.00"})
    void economicFiguresAreRoundedHalfUp(BigDecimal figure, BigDecimal published) {
        assertThat(new Rounding(2, RoundingMode.HALF_UP).round(figure)).isEqualTo(published);
    }

    @ParameterizedTest
    @CsvSource({"14.5, 14", "15.5, 16", "-0.5, 0", "15.51, 16"})
    void airQualityIsRoundedHalfToEven(BigDecimal figure, BigDecimal published) {
        assertThat(new Rounding(0, RoundingMode.HALF_EVEN).round(figure)).isEqualTo(published);
    }

    @Test
    void aQuotientIsRoundedOnlyOnce() {
        // In two steps 0.1499… would become 0.15, and then 0.2.
        assertThat(new Rounding(1, RoundingMode.HALF_UP)
                        .quotient(new BigDecimal("1499999"), new BigDecimal("10000000")))
                .isEqualTo(new BigDecimal("0.1"));
    }

    @Test
    void decimalsAreZeroToTen() {
        assertThat(new Rounding(10, RoundingMode.HALF_UP).decimals()).isEqualTo(10);
        assertThatIllegalArgumentException().isThrownBy(() -> new Rounding(-1, RoundingMode.HALF_UP));
        assertThatIllegalArgumentException().isThrownBy(() -> new Rounding(11, RoundingMode.HALF_UP));
    }
}
