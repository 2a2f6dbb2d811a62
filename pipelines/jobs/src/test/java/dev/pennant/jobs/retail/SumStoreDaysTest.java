package dev.pennant.jobs.retail;

import static dev.pennant.jobs.retail.SampleInputs.day;
import static dev.pennant.jobs.retail.SampleInputs.hour;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.core.retail.StoreDay;
import dev.pennant.jobs.retail.KeyedTasks.Checkpoint;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

final class SumStoreDaysTest {
    private final RetailOperator<String, StoreDayCells, StoreMove, StoreDay> operator = RetailOperator.sumStoreDays();

    @Test
    void whatChangesTogetherIsToldOnceWithinASecond() throws Exception {
        try (KeyedTasks<?, ?, ?, ?> days = operator.alone()) {
            days.send(sold("S1", 0, "2020-01-01", 500, false));
            days.waitMillis(50);
            days.send(sold("S1", 0, "2020-01-01", -200, false));
            assertThat(emitted(days)).isEmpty();

            days.waitMillis(100);
            assertThat(emitted(days)).extracting(SumStoreDaysTest::shown).containsExactly(shown(0, "2020-01-01", 300));
        }
    }

    @Test
    void whatAReaderWithABacklogTellsIsMergedHarder() throws Exception {
        try (KeyedTasks<?, ?, ?, ?> days = operator.alone()) {
            StoreDayCells first = sold("S1", 0, "2020-01-01", 500, false);
            first.backlog = true;
            days.send(first);
            days.waitMillis(400);
            assertThat(emitted(days)).isEmpty();

            days.waitMillis(200);
            assertThat(emitted(days)).hasSize(1);
        }
    }

    @Test
    void onlyTheDaysOnWhichMadeUpReceiptsWereCountedAreMadeUp() throws Exception {
        try (KeyedTasks<?, ?, ?, ?> days = operator.alone()) {
            days.send(sold("S1", 0, "2020-01-01", 1, true));
            days.send(sold("S1", 0, "2020-01-02", 2, false));
            days.end();

            assertThat(emitted(days))
                    .extracting(StoreDay::sales, StoreDay::synthetic)
                    .containsExactlyInAnyOrder(Tuple.tuple(1L, true), Tuple.tuple(2L, false));
        }
    }

    @Test
    void aStoreThatMovedIsToldInTheUnitItLeftWheneverADayChanges() throws Exception {
        try (KeyedTasks<?, ?, ?, ?> days = operator.alone()) {
            days.send(sold("S1", 0, "2020-01-01", 1, false));
            days.send(sold("S1", 0, "2020-01-03", 2, false));
            days.end();
            emitted(days);

            days.send(new StoreMove("S1", 0, day("2020-01-02")));
            days.send(sold("S1", 1, "2020-01-04", 5, false));
            days.end();

            assertThat(emitted(days))
                    .extracting(SumStoreDaysTest::shown)
                    .containsExactlyInAnyOrder(
                            shown(0, "2020-01-02", 0),
                            shown(0, "2020-01-03", 2),
                            shown(0, "2020-01-04", 0),
                            shown(1, "2020-01-04", 5));
        }
    }

    @Test
    void aRestoredRunOutvotesALostOne() throws Exception {
        Checkpoint checkpoint;
        List<StoreDay> lost;
        try (KeyedTasks<?, ?, ?, ?> days = operator.alone()) {
            days.send(sold("S1", 0, "2020-01-01", 1, false));
            checkpoint = days.checkpoint(1);
            assertThat(emitted(days)).hasSize(1);
            days.send(sold("S1", 0, "2020-01-01", 2, false));
            days.send(sold("S1", 0, "2020-01-01", 3, false));
            days.end();
            lost = emitted(days);
        }
        try (KeyedTasks<?, ?, ?, ?> days = operator.restored(1, checkpoint)) {
            days.send(sold("S1", 0, "2020-01-01", 2, false));
            days.end();

            assertThat(emitted(days)).singleElement().satisfies(told -> {
                assertThat(told.sales()).isEqualTo(3);
                assertThat(told.version().packed())
                        .isGreaterThan(lost.get(0).version().packed());
            });
        }
    }

    @Test
    void aDayThatOnlyALostRunCountedIsTakenBackWhereItsSalesNowWait() throws Exception {
        StoreMove withdrawal = new StoreMove("S1", 0, day("2020-01-01"));
        StoreDayCells waiting = StoreDayCells.held(SampleInputs.held("S1", 3, hour("2020-01-02T10"), 2, false));
        for (List<Object> order : List.of(List.of(withdrawal, waiting), List.of(waiting, withdrawal))) {
            Checkpoint checkpoint;
            StoreDay lost;
            try (KeyedTasks<?, ?, ?, ?> days = operator.alone()) {
                days.send(sold("S1", 0, "2020-01-01", 1, false));
                checkpoint = days.checkpoint(1);
                emitted(days);
                days.send(sold("S1", 0, "2020-01-02", 2, false));
                days.end();
                lost = emitted(days).get(0);
            }
            try (KeyedTasks<?, ?, ?, ?> days = operator.restored(1, checkpoint)) {
                for (Object told : order) {
                    days.send(told);
                }
                days.end();

                List<StoreDay> emitted = emitted(days);
                assertThat(emitted)
                        .extracting(SumStoreDaysTest::shown)
                        .containsExactlyInAnyOrder(shown(0, "2020-01-01", 1), shown(0, "2020-01-02", 0));
                assertThat(emitted).allSatisfy(day -> assertThat(day.version().packed())
                        .isGreaterThan(lost.version().packed()));
            }
        }
    }

    @Test
    void salesThatWaitAreCountedNowhere() throws Exception {
        try (KeyedTasks<?, ?, ?, ?> days = operator.alone()) {
            days.send(StoreDayCells.held(SampleInputs.held("S1", 3, hour("2020-01-02T10"), 2, false)));
            days.end();

            assertThat(emitted(days)).isEmpty();
        }
    }

    private static StoreDayCells sold(String store, int unit, String day, long fen, boolean synthetic) {
        StoreDayCells days = new StoreDayCells();
        days.storeId = store;
        days.unit = unit;
        days.synthetic = synthetic;
        days.add(day(day), Math.max(0, fen), Math.max(0, -fen), 1);
        return days;
    }

    private static Tuple shown(StoreDay day) {
        return Tuple.tuple(day.unit(), day.day(), day.sales() - day.refunds());
    }

    private static Tuple shown(int unit, String day, long fen) {
        return Tuple.tuple(unit, day(day), fen);
    }

    private static List<StoreDay> emitted(KeyedTasks<?, ?, ?, ?> tasks) {
        List<StoreDay> emitted = new ArrayList<>();
        tasks.drain(day -> emitted.add((StoreDay) day));
        return emitted;
    }
}
