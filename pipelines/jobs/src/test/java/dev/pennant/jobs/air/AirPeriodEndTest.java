package dev.pennant.jobs.air;

import static dev.pennant.jobs.air.ToldAir.DANGHU;
import static dev.pennant.jobs.air.ToldAir.THREE_HOURS;
import static dev.pennant.jobs.air.ToldAir.TICKS;
import static dev.pennant.jobs.air.ToldAir.goodDays;
import static dev.pennant.jobs.air.ToldAir.reading;
import static dev.pennant.jobs.air.ToldAir.station;
import static dev.pennant.jobs.air.ToldAir.threeHours;
import static dev.pennant.jobs.air.ToldAir.values;
import static dev.pennant.jobs.air.ToldAir.wholeDay;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.core.indicator.Coverage;
import dev.pennant.core.indicator.IndicatorValue;
import dev.pennant.core.period.ReportingHour;
import dev.pennant.core.period.RunningPeriod;
import dev.pennant.core.period.SingleDay;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When a day, a month and a year of the air are over. */
final class AirPeriodEndTest {
    private static final LocalDate DAY = LocalDate.of(2020, 3, 18);

    @Test
    void aDayIsToldAgainAsOverWhenTheNextOneBegins() throws Exception {
        try (AirTasks tasks = new AirTasks(0, null)) {
            tasks.send(station("A", DANGHU));
            for (int slot = 0; slot < 21; slot++) {
                tasks.send(reading("A", ReportingHour.firstHour(DAY) + slot, TICKS, 0));
            }
            tasks.tell();
            assertThat(threeHours(tasks, DAY).coverage().status()).isEqualTo(Coverage.Status.PROVISIONAL);

            tasks.send(reading("A", ReportingHour.firstHour(DAY.plusDays(1)), TICKS, 0));
            tasks.tell();
            IndicatorValue over = threeHours(tasks, DAY);
            assertThat(over.period()).isEqualTo(new SingleDay(DAY, 24));
            assertThat(over.coverage()).isEqualTo(new Coverage(21, 24, 20, true));
        }
    }

    @Test
    void theLastDayOfAYearIsOverWhenTheNextYearBegins() throws Exception {
        LocalDate last = LocalDate.of(2019, 12, 31);
        try (AirTasks tasks = new AirTasks(0, null)) {
            tasks.send(station("A", DANGHU));
            for (int slot = 0; slot < 21; slot++) {
                tasks.send(reading("A", ReportingHour.firstHour(last) + slot, TICKS, 0));
            }
            tasks.tell();
            assertThat(threeHours(tasks, last).period()).isEqualTo(new SingleDay(last, 21));

            tasks.send(reading("A", ReportingHour.firstHour(last.plusDays(1)), TICKS, 0));
            tasks.tell();
            List<Object> told = tasks.drained();
            assertThat(goodDays(told, "2019-12-31").period()).isEqualTo(new RunningPeriod(last, 24));
            assertThat(values(told))
                    .filteredOn(value -> value.indicator().equals(THREE_HOURS)
                            && value.period().equals(new SingleDay(last, 24)))
                    .isNotEmpty();
        }
    }

    @Test
    void aYearWhoseLastDayWasNeverMeasuredIsWholeWhenTheNextYearBegins() throws Exception {
        LocalDate last = LocalDate.of(2019, 12, 30);
        try (AirTasks tasks = new AirTasks(0, null)) {
            tasks.send(station("A", DANGHU));
            wholeDay(tasks, "A", last, TICKS, 0);
            tasks.tell();
            assertThat(values(tasks.drained()))
                    .extracting(value -> value.period().toString())
                    .contains("2019-12-30")
                    .doesNotContain("2019-12");

            tasks.send(reading("A", ReportingHour.firstHour(last.plusDays(2)), TICKS, 0));
            tasks.tell();
            assertThat(goodDays(tasks.drained(), "2019-12").coverage()).isEqualTo(new Coverage(1, 365, 324, true));
        }
    }

    @Test
    void aYearIsNotWholeAnyMoreWhenTheNextOneIsGone() throws Exception {
        LocalDate last = LocalDate.of(2019, 12, 30);
        try (AirTasks tasks = new AirTasks(0, null)) {
            tasks.send(station("A", DANGHU));
            tasks.send(station("B", DANGHU));
            wholeDay(tasks, "A", last, TICKS, 0);
            wholeDay(tasks, "B", last.plusDays(2), TICKS, 0);
            tasks.tell();
            assertThat(goodDays(tasks.drained(), "2019-12").coverage().reported())
                    .isEqualTo(1);

            tasks.send(station("B", "330482002"));
            tasks.tell();
            List<Object> told = tasks.drained();
            assertThat(goodDays(told, "2019-12").coverage().reported()).isZero();
            assertThat(told)
                    .filteredOn(row -> row instanceof AirStatisticsRow statistics
                            && statistics.unit().equals(DANGHU)
                            && statistics.period().equals("2019-12"))
                    .singleElement()
                    .satisfies(row ->
                            assertThat(((AirStatisticsRow) row).lastDay()).isEqualTo(ReportingHour.day(last)));
        }
    }

    @Test
    void aMonthIsNotCompleteWhileItsLastDayIsUnderWay() throws Exception {
        LocalDate first = LocalDate.of(2020, 1, 1);
        LocalDate last = first.plusDays(30);
        try (AirTasks tasks = new AirTasks(0, null)) {
            tasks.send(station("A", DANGHU));
            for (LocalDate day = first; day.isBefore(last); day = day.plusDays(1)) {
                wholeDay(tasks, "A", day, TICKS, 0);
            }
            tasks.send(reading("A", ReportingHour.firstHour(last), TICKS, 0));
            tasks.tell();
            assertThat(goodDays(tasks.drained(), "2020-01").coverage()).isEqualTo(new Coverage(30, 31, 28, false));

            tasks.send(reading("A", ReportingHour.firstHour(last.plusDays(1)), TICKS, 0));
            tasks.tell();
            assertThat(goodDays(tasks.drained(), "2020-01").coverage()).isEqualTo(new Coverage(30, 31, 28, true));
        }
    }
}
