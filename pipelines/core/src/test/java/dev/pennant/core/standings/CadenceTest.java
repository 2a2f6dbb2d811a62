package dev.pennant.core.standings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.core.period.Period;
import dev.pennant.core.period.RunningPeriod;
import dev.pennant.core.period.SingleDay;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class CadenceTest {
    private static final LocalDate LAST_OF_MARCH = LocalDate.of(2020, 3, 31);

    @ParameterizedTest
    @EnumSource
    void theYearThroughADayIsScoredAndASingleDayIsNot(Cadence cadence) {
        Period expected = cadence == Cadence.DAYS ? RunningPeriod.through(LAST_OF_MARCH) : Period.parse("2020-03");

        assertThat(cadence.periodOf(new RunningPeriod(LAST_OF_MARCH, 14))).contains(expected);
        assertThat(cadence.periodOf(new SingleDay(LAST_OF_MARCH, 24))).isEmpty();
    }
}
