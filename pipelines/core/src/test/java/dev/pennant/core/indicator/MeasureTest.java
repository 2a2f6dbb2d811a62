package dev.pennant.core.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MeasureTest {
    @ParameterizedTest
    @CsvSource({
        "亿元, 1, 0.0000000001",
        "亿元, -1, -0.0000000001",
        "亿元, 9223372036854775807, 922337203.6854775807",
        "万元, 1, 0.0000010000",
        "元, 9223372036854775807, 92233720368547758.0700000000",
    })
    void moneyIsExactInEveryMeasure(String symbol, long fen, BigDecimal value) {
        assertThat(new Measure(symbol).of(new Money(fen))).isEqualTo(value);
    }

    @Test
    void whatIsNoMeasureOfMoneyTakesNone() {
        assertThat(new Measure("%").isMoney()).isFalse();
        assertThatIllegalStateException().isThrownBy(() -> new Measure("%").of(Money.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> new Measure(" "));
    }
}
