package dev.pennant.core.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SingleDayTest {
    @ParameterizedTest
    @CsvSource({"2020-10-07, 24, 10月7日", "2020-10-07, 14, 10月7日14时", "2020-01-01, 24, 1月1日"})
    void aDayIsLabelledWithoutTheYearBeforeItAndWhileItIsUnderWayWithItsHour(LocalDate day, int hours, String label) {
        assertThat(new SingleDay(day, hours).label()).isEqualTo(label);
    }

    @Test
    void itIsSpelledAsTheYearThroughItIs() {
        assertThat(new SingleDay(LocalDate.of(2020, 10, 7), 14)).hasToString("2020-10-07");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 25})
    void aDayHasOneToTwentyFourHours(int hours) {
        assertThatThrownBy(() -> new SingleDay(LocalDate.of(2020, 10, 7), hours))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
