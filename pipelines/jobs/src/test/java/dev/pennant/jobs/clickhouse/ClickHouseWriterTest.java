package dev.pennant.jobs.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.apache.flink.streaming.runtime.tasks.TestProcessingTimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClickHouseWriterTest {
    private static final FlushLimits LIMITS = new FlushLimits(5, 10_000, Duration.ofMillis(100));

    private final FakeDatabase database = new FakeDatabase();
    private final KeptRejects rejects = new KeptRejects();
    private final ReadableMetrics metricGroup = new ReadableMetrics();
    private final TestProcessingTimeService time = new TestProcessingTimeService();
    private final ClickHouseWriter<Reading> writer = writer(LIMITS);

    private ClickHouseWriter<Reading> writer(FlushLimits limits) {
        SinkMetrics metrics = new SinkMetrics(metricGroup, () -> Instant.ofEpochMilli(time.getCurrentProcessingTime()));
        Delivery delivery = new Delivery(
                Reading.MAPPING,
                ClickHouseAccess.to("jdbc:clickhouse://clickhouse:8123/pennant", "writer"),
                database,
                rejects,
                RetryPolicy.USUAL,
                RetryPolicy.USUAL.randomOf(0),
                new ManualTicker(),
                metrics);
        return new ClickHouseWriter<>(Reading.MAPPING, limits, database, delivery, rejects, time, metrics);
    }

    @BeforeEach
    void setClock() throws Exception {
        time.setCurrentTime(1000);
    }

    @Test
    void aBatchIsSentWhenItHasItsRows() throws Exception {
        write(4);
        assertThat(database.batches).isEmpty();

        write(8);

        assertThat(database.batches).containsExactly(5, 5);
    }

    @Test
    void aBatchIsSentWhenItHasItsBytes() throws Exception {
        ClickHouseWriter<Reading> narrow = writer(new FlushLimits(1000, 300, Duration.ofMillis(100)));

        narrow.write(Reading.numbered(1), null);
        assertThat(database.batches).isEmpty();
        narrow.write(Reading.numbered(2).withUnit("三".repeat(100)), null);

        assertThat(database.batches).containsExactly(2);
    }

    @Test
    void aRowWaitsNoLongerThanTheDelayCountedFromTheFirstRowOfItsBatch() throws Exception {
        write(1);
        time.setCurrentTime(1099);
        write(1);
        assertThat(database.batches).isEmpty();

        time.setCurrentTime(1100);

        assertThat(database.batches).containsExactly(2);
    }

    @Test
    void theTimerOfABatchSentEarlierDoesNotSendTheNextOneBeforeItsTime() throws Exception {
        write(5);
        time.setCurrentTime(1060);
        write(1);

        time.setCurrentTime(1100);
        assertThat(database.batches).containsExactly(5);

        time.setCurrentTime(1160);
        assertThat(database.batches).containsExactly(5, 1);
    }

    @Test
    void aBusyDatabaseGetsLargerBatches() throws Exception {
        database.taking(() -> time.setCurrentTime(1140));
        write(1);
        time.setCurrentTime(1100);
        database.taking(() -> {});

        write(1);
        time.setCurrentTime(1240);
        assertThat(database.batches).containsExactly(1);
        write(1);
        time.setCurrentTime(1300);

        assertThat(database.batches).containsExactly(1, 2);
    }

    @Test
    void howeverSlowTheDatabaseWasTheNextBatchWaitsASecondAtMost() {
        assertThat(FlushLimits.pauseMillis(0)).isZero();
        assertThat(FlushLimits.pauseMillis(40)).isEqualTo(160);
        assertThat(FlushLimits.pauseMillis(60_000)).isEqualTo(1000);
    }

    @Test
    void anIdleWriterSetsNoTimers() throws Exception {
        write(1);
        time.setCurrentTime(1100);

        assertThat(time.getNumActiveTimers()).isZero();
        time.setCurrentTime(5000);
        assertThat(database.attempts).isEqualTo(1);
    }

    @Test
    void aCheckpointSendsWhatThereIsAndMakesRejectedRowsSafe() throws Exception {
        database.refuse(row -> row.value(1).equals(1));
        write(3);

        writer.flush(false);

        assertThat(database.rows).hasSize(2);
        assertThat(rejects.safe).isEqualTo(1);
    }

    @Test
    void aCheckpointWithNothingToSendSendsNothing() throws Exception {
        writer.flush(true);

        assertThat(database.attempts).isZero();
    }

    @Test
    void aCheckpointFailsWhenRejectedRowsAreNotSafe() throws Exception {
        rejects.lost = true;
        write(1);

        assertThatThrownBy(() -> writer.flush(false)).hasMessage("the dead letters are away");
    }

    @Test
    void theGaugesTellWhatWaitsAndHowLongAgoRowsLastArrived() throws Exception {
        assertThat(metricGroup.gauge("lastFlushAgeMillis")).isEqualTo(0L);
        write(5);
        write(2);
        time.setCurrentTime(1070);

        assertThat(metricGroup.gauge("bufferedRows")).isEqualTo(2);
        assertThat(metricGroup.gauge("lastFlushAgeMillis")).isEqualTo(70L);
    }

    @Test
    void rowsThatCouldNotBeSentAreStillThereForAnotherAttempt() throws Exception {
        database.failNext(FakeDatabase.code(60, "no table"));
        write(2);

        assertThatThrownBy(() -> writer.flush(false)).isInstanceOf(IOException.class);
        writer.flush(false);

        assertThat(database.rows).hasSize(2);
    }

    @Test
    void closingGivesUpTheConnectionAndTheWayOutForRejectedRows() throws Exception {
        writer.close();

        assertThat(database.closed).isTrue();
        assertThat(rejects.closed).isTrue();
    }

    private void write(int rows) throws Exception {
        for (int number = 0; number < rows; number++) {
            writer.write(Reading.numbered(number), null);
        }
    }
}
