package dev.pennant.jobs.retail;

import static dev.pennant.jobs.retail.source.SampleRecords.receipt;
import static dev.pennant.jobs.retail.source.SampleRecords.record;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.core.period.ReportingHour;
import dev.pennant.core.retail.UnitNotice;
import dev.pennant.jobs.deadletters.DeadLetter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.kafka.common.record.SimpleRecord;
import org.junit.jupiter.api.Test;

final class CountReceiptsTest {
    private static final int HOUR =
            ReportingHour.of(Instant.parse("2020-10-07T06:30:00Z").toEpochMilli());

    private final KnownStores register =
            new KnownStores().register("S1", "330482001", "2020-01-01").register("S2", "330482002", "2020-01-01");

    @Test
    void aReceiptCountsOnceHoweverOftenItComes() throws Exception {
        try (CountingTask task = CountingTask.alone(register)) {
            task.poll(0, 0, List.of(record(receipt("S1", 1, 500)), record(receipt("S1", 1, 500))));
            task.poll(0, 2, List.of(record(receipt("S1", 1, 900)), record(receipt("S1", 2, -200))));
            task.end();

            assertThat(task.told())
                    .containsEntry("unit 0 " + HOUR + " net", 300L)
                    .containsEntry("unit 0 " + HOUR + " receipts", 2L)
                    .containsEntry("store S1 in 0 on 2020-10-07 net", 300L);
            assertThat(task.progress()).singleElement().satisfies(progress -> {
                assertThat(progress.nextOffset()).isEqualTo(4);
                assertThat(progress.read()).isEqualTo(4);
                assertThat(progress.counted()).isEqualTo(2);
                assertThat(progress.repeated()).isEqualTo(2);
            });
        }
    }

    @Test
    void unitsAreToldSoonAndTheRestWithinASecond() throws Exception {
        try (CountingTask task = CountingTask.alone(register)) {
            task.waitMillis(100);
            task.poll(0, 0, List.of(record(receipt("S1", 1, 500))));
            assertThat(task.told()).isEmpty();

            task.waitMillis(50);
            assertThat(task.told()).containsOnlyKeys("unit 0 " + HOUR + " net", "unit 0 " + HOUR + " receipts");

            task.waitMillis(1000);
            assertThat(task.told()).containsKey("store S1 in 0 on 2020-10-07 net");
            assertThat(task.progress()).hasSize(1);
            task.waitMillis(5000);
            assertThat(task.progress()).isEmpty();
        }
    }

    @Test
    void everyUnitHearsOfANewLatestHourAndOfNoOlderOne() throws Exception {
        try (CountingTask task = CountingTask.alone(register)) {
            task.poll(0, 0, List.of(record(receipt("S1", 1, 500))));
            task.waitMillis(50);
            assertThat(task.bundles()).isEqualTo(CountingTask.UNITS.size());

            task.poll(0, 1, List.of(record(receipt("S1", 2, 500))));
            task.waitMillis(50);
            assertThat(task.bundles()).isEqualTo(CountingTask.UNITS.size() + 1);
        }
    }

    @Test
    void aStoreThatMovesCountsInEachUnitForItsTime() throws Exception {
        register.register("S1", "330482100", "2020-10-07");
        try (CountingTask task = CountingTask.alone(register)) {
            task.poll(
                    0,
                    0,
                    List.of(
                            record(receipt("S1", 1, 1).setSoldAt(Instant.parse("2020-10-06T15:59:59.999Z"))),
                            record(receipt("S1", 2, 10).setSoldAt(Instant.parse("2020-10-06T16:00:00Z"))),
                            record(receipt("S1", 3, 100).setSoldAt(Instant.parse("2019-12-31T10:00:00Z")))));
            task.end();

            assertThat(task.told())
                    .containsEntry("store S1 in 0 on 2020-10-06 net", 1L)
                    .containsEntry("store S1 in 2 on 2020-10-07 net", 10L)
                    .containsEntry("held S1 net", 100L)
                    .containsEntry("first S1 in 0 in 2020", (long) ReportingHour.day(LocalDate.parse("2020-10-06")))
                    .containsEntry("first S1 in 2 in 2020", (long) ReportingHour.day(LocalDate.parse("2020-10-07")));
        }
    }

    @Test
    void aRegistrationCountsForReceiptsReadAfterIt() throws Exception {
        try (CountingTask task = CountingTask.alone(register)) {
            task.poll(0, 0, List.of(record(receipt("S9", 1, 10)), record(receipt("S2", 1, 10))));
            register.register("S9", "330482100", "2020-01-01").withdraw("S2", "2020-01-01");
            task.waitMillis(2000);
            task.poll(0, 2, List.of(record(receipt("S9", 2, 100)), record(receipt("S2", 2, 100))));
            task.end();

            assertThat(task.told())
                    .containsEntry("held S9 net", 10L)
                    .containsEntry("store S9 in 2 on 2020-10-07 net", 100L)
                    .containsEntry("store S2 in 1 on 2020-10-07 net", 10L)
                    .containsEntry("held S2 net", 100L);
        }
    }

    @Test
    void aMoveThatTheReadersOfACheckpointHadNotHeardIsToldAgain() throws Exception {
        OperatorSubtaskState checkpoint;
        try (CountingTask task = CountingTask.alone(register)) {
            checkpoint = task.checkpoint(1);
        }
        register.register("S1", "330482100", "2020-10-07")
                .register("S9", "330482001", "2020-10-07")
                .withdraw("S2", "2020-01-01");
        int october = ReportingHour.day(LocalDate.parse("2020-10-07"));
        int january = ReportingHour.day(LocalDate.parse("2020-01-01"));
        StoreMove[] moves = {
            new StoreMove("S1", 0, october), new StoreMove("S1", 2, october), new StoreMove("S2", 1, january)
        };
        try (CountingTask task = new CountingTask(register, 0, 1, checkpoint)) {
            task.waitMillis(2000);

            assertThat(task.movesToldAgain()).containsExactly(moves);
            assertThat(task.notices())
                    .containsExactly(
                            UnitNotice.retell(0, october),
                            UnitNotice.retell(2, october),
                            UnitNotice.retell(1, january));
            task.poll(0, 0, List.of(record(receipt("S1", 1, 10))));
            task.checkpoint(2);
            task.complete(2);
            task.waitMillis(2000);
            assertThat(task.movesToldAgain()).as("not all is read yet").isEmpty();
            checkpoint = task.checkpoint(3);
        }
        try (CountingTask task = new CountingTask(register, 0, 1, checkpoint)) {
            task.waitMillis(2000);
            assertThat(task.movesToldAgain()).as("that run was lost too").containsExactly(moves);

            register.register("S9", "330482002", "2020-10-08");
            task.waitMillis(2000);
            task.readAll(0, 1);
            task.checkpoint(4);
            task.waitMillis(2000);
            assertThat(task.movesToldAgain()).as("sales may be on their way").isEmpty();
            task.complete(4);
            task.waitMillis(2000);
            int later = ReportingHour.day(LocalDate.parse("2020-10-08"));
            assertThat(task.movesToldAgain())
                    .as("also what was heard of since")
                    .startsWith(moves)
                    .endsWith(new StoreMove("S9", 0, later), new StoreMove("S9", 1, later))
                    .hasSize(5);
            task.checkpoint(5);
            task.complete(5);
            register.register("S1", "330482002", "2020-10-09");
            task.waitMillis(2000);
            assertThat(task.movesToldAgain())
                    .as("no run is lost that did not know it")
                    .isEmpty();
            task.checkpoint(6);
            checkpoint = task.checkpoint(7);
        }
        try (CountingTask task = new CountingTask(register, 0, 1, checkpoint)) {
            task.end();

            assertThat(task.movesToldAgain()).isEmpty();
        }
    }

    @Test
    void aMoveThatOthersMayHearOfAfterTheCheckpointIsToldAgain() throws Exception {
        OperatorSubtaskState heardAtTheBarrier;
        OperatorSubtaskState heardLongBefore;
        try (CountingTask task = CountingTask.alone(register)) {
            register.withdraw("S1", "2020-01-01");
            heardAtTheBarrier = task.checkpoint(1);
            heardLongBefore = task.checkpoint(2);
        }
        try (CountingTask task = new CountingTask(register, 0, 1, heardAtTheBarrier)) {
            task.waitMillis(2000);

            assertThat(task.movesToldAgain())
                    .containsExactly(new StoreMove("S1", 0, ReportingHour.day(LocalDate.parse("2020-01-01"))));
        }
        try (CountingTask task = new CountingTask(register, 0, 1, heardLongBefore)) {
            task.waitMillis(2000);

            assertThat(task.movesToldAgain()).isEmpty();
        }
    }

    @Test
    void aReaderWithoutPartitionsDoesNotKeepTellingMovesAgain() throws Exception {
        OperatorSubtaskState checkpoint;
        try (CountingTask task = CountingTask.alone(register)) {
            checkpoint = task.checkpoint(1);
        }
        register.register("S1", "330482100", "2020-10-07");
        try (CountingTask task = new CountingTask(register, 0, 1, checkpoint)) {
            task.waitMillis(2000);
            assertThat(task.movesToldAgain()).hasSize(2);
            checkpoint = task.checkpoint(2);
        }
        try (CountingTask task = new CountingTask(register, 0, 1, checkpoint)) {
            task.waitMillis(2000);
            assertThat(task.movesToldAgain())
                    .as("that it has partitions was not known yet")
                    .hasSize(2);
            task.waitMillis(Duration.ofMinutes(5).toMillis());
            checkpoint = task.checkpoint(3);
        }
        try (CountingTask task = new CountingTask(register, 0, 1, checkpoint)) {
            task.waitMillis(2000);
            assertThat(task.movesToldAgain()).isEmpty();
        }
    }

    @Test
    void thatAllIsReadIsNoRecord() throws Exception {
        try (CountingTask task = CountingTask.alone(register)) {
            task.readAll(3, 17);
            task.waitMillis(2000);

            assertThat(task.progress()).isEmpty();
        }
    }

    @Test
    void whatAMadeUpStoreSellsIsMadeUp() throws Exception {
        register.registerMadeUp("S3", "330482001", "2020-01-01");
        try (CountingTask task = CountingTask.alone(register)) {
            task.poll(
                    0,
                    0,
                    List.of(
                            record(receipt("S3", 1, 7)),
                            record(receipt("S1", 1, 8).setSynthetic(true))));
            task.end();

            assertThat(task.told()).containsEntry("unit 0 " + HOUR + " made up net", 15L);
        }
    }

    @Test
    void aStreamOfPoisonStopsNothing() throws Exception {
        try (CountingTask task = CountingTask.alone(register)) {
            List<SimpleRecord> poison = new ArrayList<>();
            for (int i = 0; i < 90; i++) {
                byte[] key = "S1".getBytes(StandardCharsets.UTF_8);
                poison.add(new SimpleRecord(0L, key, new byte[] {(byte) i}));
            }
            poison.add(record(receipt("S1", 1, 5)));
            task.poll(0, 0, poison);
            task.end();

            assertThat(task.refused())
                    .hasSize(90)
                    .extracting(DeadLetter::reason)
                    .contains("no-marker");
            assertThat(task.told()).containsEntry("store S1 in 0 on 2020-10-07 net", 5L);
            assertThat(task.progress()).singleElement().satisfies(progress -> {
                assertThat(progress.read()).isEqualTo(91);
                assertThat(progress.refused()).isEqualTo(90);
            });
        }
    }

    @Test
    void aRestoredTaskOutvotesWhatTheLostOneStated() throws Exception {
        ReadingProgress lost;
        OperatorSubtaskState checkpoint;
        try (CountingTask task = CountingTask.alone(register)) {
            task.poll(0, 0, List.of(record(receipt("S1", 1, 5))));
            checkpoint = task.checkpoint(1);
            task.poll(0, 1, List.of(record(receipt("S1", 2, 5)), record(receipt("S1", 3, 5))));
            task.end();
            lost = task.progress().get(1);
        }
        try (CountingTask task = new CountingTask(register, 0, 1, checkpoint)) {
            task.poll(0, 1, List.of(record(receipt("S1", 1, 5))));
            task.end();

            assertThat(task.told()).doesNotContainKey("store S1 in 0 on 2020-10-07 net");
            ReadingProgress restored = task.progress().get(0);
            assertThat(restored.read()).isEqualTo(2);
            assertThat(restored.repeated()).isEqualTo(1);
            assertThat(restored.version().packed()).isGreaterThan(lost.version().packed());
        }
    }

    /** The task that reads a partition need not be the one whose turn it would be to keep what nobody has opened. */
    @Test
    void aPartitionTakesNoMoreRoomHoweverOftenItIsRestored() throws Exception {
        OperatorSubtaskState checkpoint = null;
        List<Integer> kept = new ArrayList<>();
        for (int run = 0; run < 4; run++) {
            OperatorSubtaskState[] states = new OperatorSubtaskState[2];
            for (int subtask = 0; subtask < states.length; subtask++) {
                OperatorSubtaskState own = checkpoint == null
                        ? null
                        : AbstractStreamOperatorTestHarness.repartitionOperatorState(checkpoint, 16, 2, 2, subtask);
                try (CountingTask task = new CountingTask(register, subtask, 2, own)) {
                    if (subtask == 1) {
                        task.poll(0, run, List.of(record(receipt("S1", 1 + run, 5))));
                    }
                    states[subtask] = task.checkpoint(run);
                    task.end();
                    kept.add(task.copiesKept());
                }
            }
            checkpoint = AbstractStreamOperatorTestHarness.repackageState(states);
        }

        assertThat(kept).containsExactly(0, 1, 1, 1, 1, 1, 1, 1);
    }
}
