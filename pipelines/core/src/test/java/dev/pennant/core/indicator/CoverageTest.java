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

    @ParameterizedTest
    @CsvSource({"248, 249, PROVISIONAL", "249, 249, COMPLETE", "281, 249, COMPLETE"})
    void aFigureIsCompleteWhenEnoughHaveReported(int reported, int enough, Coverage.Status status) {
        assertThat(new Coverage(reported, 281, enough, true).status()).isEqualTo(status);
        assertThat(new Coverage(reported, 281, enough, false).status()).isEqualTo(Coverage.Status.PROVISIONAL);
    }

    @ParameterizedTest
    @CsvSource({"118, 118, true", "118, 118, false", "117, 118, true", "117, 118, false", "0, 0, false"})
    void whatIsToldBesideAFigureGivesTheStatusThatWasTold(int reported, int expected, boolean complete) {
        Coverage told = Coverage.told(reported, expected, complete);

        assertThat(told.status()).isEqualTo(complete ? Coverage.Status.COMPLETE : Coverage.Status.PROVISIONAL);
        assertThat(told.reported()).isEqualTo(reported);
        assertThat(told.expected()).isEqualTo(expected);
    }

    @Test
    void aPeriodIsNotOverWhereAllHaveReportedAndMoreIsToCome() {
        assertThat(Coverage.told(118, 118, false).over()).isFalse();
        assertThat(Coverage.told(117, 118, false).over()).isTrue();
    }

    @Test
    void nobodyCanBeFewerThanNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Coverage(-1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Coverage(0, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Coverage(0, 1, -1, true));
        assertThatIllegalArgumentException().isThrownBy(() -> new Coverage(0, 1, 2, true));
    }
}
