package dev.pennant.core.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CoverageTest {
    @ParameterizedTest
    @CsvSource({"0, 0, PROVISIONAL", "0, 1, PROVISIONAL", "117, 118, PROVISIONAL", "118, 118, COMPLETE"})
    void aFigureIsCompleteWhenAllOnTheRosterHaveReported(int reported, int expected, Coverage.Status status) {
        assertThat(new Coverage(reported, expected).status()).isEqualTo(status);
    }

    @Test
    void nobodyCanBeFewerThanNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Coverage(-1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Coverage(0, -1));
    }
}
