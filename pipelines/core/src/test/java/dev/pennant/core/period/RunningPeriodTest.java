package dev.pennant.core.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunningPeriodTest {
    @ParameterizedTest
    @CsvSource({
        "2020-10-07, 24, 1月1日-10月7日",
        "2020-10-07, 14, 1月1日-10月7日14时",
        "2020-01-02, 1, 1月1日-1月2日1时",
        "2020-01-01, 24, 1月1日",
        "2020-01-01, 9, 1月1日9时",
        "2020-12-31, 24, 1月1日-12月31日",
    })
    void aPeriodIsLabelledThroughItsDayAndWhileThatIsUnderWayItsHour(LocalDate day, int hours, String label) {
        assertThat(new RunningPeriod(day, hours).label()).isEqualTo(label);
    }

    @Test
    void theHourIsNoPartOfTheContractsSpelling() {
        assertThat(new RunningPeriod(LocalDate.of(2020, 10, 7), 14)).hasToString("2020-10-07");
        assertThat(Period.parse("2020-10-07")).isEqualTo(RunningPeriod.through(LocalDate.of(2020, 10, 7)));
        assertThat(Period.parse("2020-10")).isEqualTo(new CumulativePeriod(2020, 10));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "2020", "2020-13", "2020-02-30", "2021-02-29", "2020-10-7", "2020-10-07T01", "20201007"})
    void whatIsNeitherMonthNorDayIsRefused(String text) {
        assertThatThrownBy(() -> Period.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("is neither a month like 2020-10 nor a day like 2020-10-07");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 25})
    void aDayHasOneToTwentyFourHours(int hours) {
        assertThatThrownBy(() -> new RunningPeriod(LocalDate.of(2020, 10, 7), hours))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
