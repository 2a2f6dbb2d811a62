package dev.pennant.bench.retail.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.bench.retail.oracle.RecountedSales.Figure;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecountedSalesTest {
    private static final LocalDate FIRST_DAY = LocalDate.of(2019, 1, 1);
    private static final int DAYS = 3 * 366;

    private final SalesGrid hours = new SalesGrid(1, DAYS * 24);

    @Test
    void throughTheLeapDayTheBaseRunsThroughTheTwentyEighth() {
        sell(LocalDate.of(2019, 2, 28), 20, 1);
        sell(LocalDate.of(2019, 3, 1), 8, 10);
        sell(LocalDate.of(2020, 2, 29), 8, 100);

        RecountedSales running = runningThrough(LocalDate.of(2020, 2, 29), 8);

        assertThat(running.byDay()).containsEntry(LocalDate.of(2020, 2, 29), new Figure(100, 1L));
        assertThat(running.byMonth()).containsEntry(YearMonth.of(2020, 2), new Figure(100, 1L));
    }

    @Test
    void aCommonYearsTwentyEighthLeavesOutTheLeapDayAndTheWholeMonthDoesNot() {
        sell(LocalDate.of(2020, 2, 28), 8, 1);
        sell(LocalDate.of(2020, 2, 29), 8, 10);
        sell(LocalDate.of(2021, 2, 28), 8, 100);
        sell(LocalDate.of(2021, 3, 1), 8, 1000);

        RecountedSales running = runningThrough(LocalDate.of(2021, 3, 1), 8);

        assertThat(running.byDay())
                .containsEntry(LocalDate.of(2021, 2, 28), new Figure(100, 1L))
                .containsEntry(LocalDate.of(2021, 3, 1), new Figure(1100, 11L));
        assertThat(running.byMonth()).containsEntry(YearMonth.of(2021, 2), new Figure(100, 11L));
    }

    private void sell(LocalDate day, int hour, long fen) {
        hours.add(0, column(day, hour), fen);
    }

    private RecountedSales runningThrough(LocalDate day, int hour) {
        return new RecountedSales(FIRST_DAY, column(day, hour), hours, List.of(0));
    }

    private static int column(LocalDate day, int hour) {
        return (int) ChronoUnit.DAYS.between(FIRST_DAY, day) * 24 + hour;
    }
}
