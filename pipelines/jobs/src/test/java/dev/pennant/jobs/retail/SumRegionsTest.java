package dev.pennant.jobs.retail;

import static dev.pennant.jobs.retail.SampleInputs.day;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.core.indicator.Coverage;
import dev.pennant.core.indicator.IndicatorValue;
import dev.pennant.core.indicator.Version;
import dev.pennant.core.period.RunningPeriod;
import dev.pennant.core.retail.RunningSales;
import dev.pennant.core.retail.RunningSum;
import dev.pennant.jobs.retail.KeyedTasks.Checkpoint;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SumRegionsTest {
    private static final String COUNTY = "330482";

    private final RetailOperator<String, RegionShare, RosterShare, IndicatorValue> operator =
            RetailOperator.sumRegions();

    @Test
    void aRegionIsTheSumOfWhatItsTownshipsToldLast() throws Exception {
        try (KeyedTasks<?, ?, ?, ?> sums = operator.alone()) {
            sums.send(share(0, "2020-01-01", 10, new RunningSum(100, 50, true), new Coverage(1, 1, false)));
            sums.send(share(0, "2020-01-01", 10, new RunningSum(300, 50, true), new Coverage(1, 1, false)));
            sums.send(share(1, "2020-01-01", 11, new RunningSum(1000, 0, false), new Coverage(2, 5, false)));
            sums.send(RosterShare.expected(COUNTY, day("2019-01-01"), 8));
            sums.end();

            assertThat(emitted(sums)).singleElement().satisfies(value -> {
                assertThat(value.value()).isEqualByComparingTo("0.00000013");
                assertThat(value.base()).isEqualByComparingTo("0.000000005");
                assertThat(value.coverage()).isEqualTo(new Coverage(3, 8, false));
                assertThat(value.period().label()).isEqualTo("1月1日11时");
            });
        }
    }

    @Test
    void aTownshipThatAMoveHasLeftEmptyDoesNotKeepTheRegionFromBeingOver() throws Exception {
        try (KeyedTasks<?, ?, ?, ?> sums = operator.alone()) {
            sums.send(RosterShare.expected(COUNTY, day("2019-01-01"), 1));
            sums.send(share(0, "2020-01-01", 13, new RunningSum(100, 0, false), new Coverage(1, 1, false)));
            sums.send(share(1, "2020-01-01", 13, RunningSum.NOTHING, new Coverage(0, 0, false)));
            sums.end();
            assertThat(emitted(sums)).singleElement().satisfies(value -> assertThat(value.coverage())
                    .isEqualTo(new Coverage(1, 1, false)));

            sums.send(share(0, "2020-01-01", 24, new RunningSum(100, 0, false), new Coverage(1, 1, true)));
            sums.end();

            assertThat(emitted(sums)).singleElement().satisfies(value -> assertThat(value.coverage())
                    .isEqualTo(new Coverage(1, 1, true)));
        }
    }

    @Test
    void aRegionOfWhichNothingIsToldIsOverWhenItsTownshipsAre() throws Exception {
        try (KeyedTasks<?, ?, ?, ?> sums = operator.alone()) {
            sums.send(share(0, "2020-01-01", 13, RunningSum.NOTHING, new Coverage(0, 0, false)));
            sums.end();

            assertThat(emitted(sums)).singleElement().satisfies(value -> assertThat(value.coverage())
                    .isEqualTo(new Coverage(0, 0, false)));
        }
    }

    @Test
    void aRosterThatChangesIsToldForThePeriodsFromItsDayOn() throws Exception {
        try (KeyedTasks<?, ?, ?, ?> sums = operator.alone()) {
            sums.send(share(0, "2020-01-01", 24, new RunningSum(100, 0, false), new Coverage(1, 1, true)));
            sums.send(share(0, "2020-01-02", 24, new RunningSum(100, 0, false), new Coverage(1, 1, true)));
            sums.end();
            emitted(sums);

            sums.send(RosterShare.expected(COUNTY, day("2020-01-02"), 4));
            sums.end();

            assertThat(emitted(sums)).singleElement().satisfies(value -> {
                assertThat(value.period()).hasToString("2020-01-02");
                assertThat(value.coverage()).isEqualTo(new Coverage(1, 4, true));
            });
        }
    }

    @Test
    void aStoreThatSoldInTwoTownshipsInAYearHasReportedOnce() throws Exception {
        try (KeyedTasks<?, ?, ?, ?> sums = operator.alone()) {
            sums.send(RosterShare.expected(COUNTY, day("2019-01-01"), 2));
            for (String day : List.of("2020-12-30", "2020-12-31", "2021-01-01")) {
                sums.send(share(0, day, 24, new RunningSum(1, 0, false), new Coverage(1, 1, true)));
                sums.send(share(1, day, 24, new RunningSum(1, 0, false), new Coverage(1, 1, true)));
            }
            sums.end();
            emitted(sums);

            sums.send(RosterShare.countedAgain(COUNTY, day("2020-12-31"), 1));
            sums.end();

            assertThat(emitted(sums))
                    .extracting(value -> value.period() + " " + value.coverage().reported())
                    .containsExactlyInAnyOrder("2020-12-31 1", "2021-01-01 2");
        }
    }

    @Test
    void everythingIsToldBeforeACheckpointAndARestoredRunOutvotesALostOne() throws Exception {
        Checkpoint checkpoint;
        List<IndicatorValue> lost;
        RegionShare later = share(1, "2020-01-01", 10, new RunningSum(7, 0, false), new Coverage(1, 1, false));
        try (KeyedTasks<?, ?, ?, ?> sums = operator.alone()) {
            sums.send(share(0, "2020-01-01", 10, new RunningSum(100, 0, false), new Coverage(1, 1, false)));
            checkpoint = sums.checkpoint(1);
            assertThat(emitted(sums)).hasSize(1);
            sums.send(later);
            sums.send(later);
            sums.end();
            lost = emitted(sums);
        }
        try (KeyedTasks<?, ?, ?, ?> sums = operator.restored(1, checkpoint)) {
            sums.send(later);
            sums.end();

            assertThat(emitted(sums)).singleElement().satisfies(value -> {
                assertThat(value.value()).isEqualByComparingTo("0.0000000107");
                assertThat(value.version().packed())
                        .isGreaterThan(lost.get(0).version().packed());
            });
        }
    }

    private static RegionShare share(int unit, String day, int hours, RunningSum sum, Coverage coverage) {
        LocalDate date = LocalDate.parse(day);
        return new RegionShare(
                COUNTY,
                new RunningSales(
                        unit, new RunningPeriod(date, hours), day(day), sum, coverage, false, new Version(1, 1)));
    }

    private static List<IndicatorValue> emitted(KeyedTasks<?, ?, ?, ?> tasks) {
        List<IndicatorValue> emitted = new ArrayList<>();
        tasks.drain(value -> emitted.add((IndicatorValue) value));
        return emitted;
    }
}
