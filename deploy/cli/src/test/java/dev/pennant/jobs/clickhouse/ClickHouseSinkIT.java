package dev.pennant.jobs.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pennant.stack.clickhouse.ClickHouseUser;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.api.common.state.CheckpointListener;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.ExceptionUtils;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The sink in a job of its own, against the real server. */
@Timeout(180)
class ClickHouseSinkIT {
    private static final RetryPolicy IMPATIENT =
            new RetryPolicy(200, Duration.ofSeconds(60), Duration.ofMillis(50), Duration.ofMillis(500), 0.2, 1);

    /**
     * So many that no reader ends before the job fails: an end announced to a task that just failed is a failure too, and Flink may then name that
     * one.
     */
    private static final long ENDLESS = 1_000_000_000_000L;

    private static final Duration POLL = Duration.ofMillis(20);

    @TempDir
    private static Path folder;

    private static RealDatabase database;

    @BeforeAll
    static void start() throws Exception {
        database = new RealDatabase(folder);
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void clear() throws Exception {
        RejectsInMemory.ROWS.clear();
        database.createTable();
    }

    @Test
    void everyRowCountsOnceThoughAJobThatFailsSendsManyAgain() throws Exception {
        StreamExecutionEnvironment environment = environment(true);
        FailsAfterACheckpoint.ARMED.set(true);
        DataStream<Long> numbers = numbers(environment, 200_000, 100_000).map(new FailsAfterACheckpoint());
        numbers.sinkTo(sink(database.access()).maxRows(7_000).build());

        environment.execute();

        assertThat(FailsAfterACheckpoint.ARMED).isFalse();
        assertThat(database.rows()).isEqualTo(200_000);
        assertThat(database.execute("SELECT sum(value), max(version) FROM " + RealDatabase.TABLE + " FINAL"))
                .isEqualTo("1.99999\t9223372036854975807");
        assertThat(RejectsInMemory.ROWS).isEmpty();
    }

    @Test
    void rowsTheDatabaseRefusesAreIsolatedWithItsReasonsAndTheirNeighboursPass() throws Exception {
        StreamExecutionEnvironment environment = environment(false);
        Long[] rows = LongStream.range(0, 5_000)
                .map(number -> switch ((int) number) {
                    case 17 -> -1500;
                    case 1234 -> -1501;
                    case 4999 -> -1502;
                    case 3000 -> -2500;
                    default -> number;
                })
                .boxed()
                .toArray(Long[]::new);
        environment.fromData(rows).sinkTo(sink(database.access()).build());

        environment.execute("poisoned");

        assertThat(database.rows()).isEqualTo(4_996);
        assertThat(RejectsInMemory.ROWS)
                .extracting(RejectedRow::reason)
                .satisfiesExactlyInAnyOrder(
                        reason -> assertThat(reason).contains("Constraint `coverage`", "VIOLATED_CONSTRAINT"),
                        reason -> assertThat(reason).contains("Constraint `coverage`", "VIOLATED_CONSTRAINT"),
                        reason -> assertThat(reason)
                                .isEqualTo("column status of type LowCardinality(String) takes no null"),
                        reason -> assertThat(reason).contains("column value of type Decimal(38, 10) cannot hold"));
    }

    @Test
    void aServerKilledInTheMiddleCostsTimeAndNoRow() throws Exception {
        StreamExecutionEnvironment environment = environment(false);
        numbers(environment, 60_000, 20_000).sinkTo(sink(database.access()).build());
        JobClient job = environment.executeAsync();

        await(() -> database.rows() > 5_000);
        database.kill();
        database.startAgain();
        await(() -> database.rows() > 30_000);
        database.kill();
        database.startAgain();
        job.getJobExecutionResult().get(90, TimeUnit.SECONDS);

        assertThat(database.rows()).isEqualTo(60_000);
        assertThat(RejectsInMemory.ROWS).isEmpty();
    }

    @Test
    void requestsCutShortAreSentAgain() throws Exception {
        assertThatAllArriveInSpiteOf(UnreliableProxy.Fault.CUT_REQUEST, Duration.ofSeconds(20));
    }

    @Test
    void answersThatAreLostLeaveNoRowTwice() throws Exception {
        assertThatAllArriveInSpiteOf(UnreliableProxy.Fault.LOSE_ANSWER, Duration.ofSeconds(20));
    }

    @Test
    void aServerThatFallsSilentIsLeftAfterTheTimeout() throws Exception {
        assertThatAllArriveInSpiteOf(UnreliableProxy.Fault.FALL_SILENT, Duration.ofSeconds(1));
    }

    private void assertThatAllArriveInSpiteOf(UnreliableProxy.Fault fault, Duration timeout) throws Exception {
        try (UnreliableProxy proxy = UnreliableProxy.before(database, fault, 4)) {
            StreamExecutionEnvironment environment = environment(false);
            environment
                    .fromSequence(0, 49_999)
                    .sinkTo(sink(database.accessThrough(proxy.port()).withTimeout(timeout))
                            .maxRows(5_000)
                            .build());

            environment.execute();

            assertThat(proxy.faultsLeft()).isNotPositive();
            assertThat(database.rows()).isEqualTo(50_000);
        }
    }

    @Test
    void aColumnAddedWhileTheJobRunsPutsNoValueInTheWrongPlace() throws Exception {
        StreamExecutionEnvironment environment = environment(false);
        numbers(environment, 40_000, 20_000).sinkTo(sink(database.access()).build());
        JobClient job = environment.executeAsync();

        await(() -> database.rows() > 5_000);
        database.execute("ALTER TABLE " + RealDatabase.TABLE + " ADD COLUMN source String DEFAULT 'stream' FIRST");
        job.getJobExecutionResult().get(90, TimeUnit.SECONDS);

        assertThat(database.number("SELECT count() FROM " + RealDatabase.TABLE
                        + " FINAL WHERE source = 'stream' AND indicator = 'service-revenue' AND measure = '亿元'"))
                .isEqualTo(40_000);
        assertThat(RejectsInMemory.ROWS).isEmpty();
    }

    @Test
    void aTableThatIsNotThereFailsTheJobAtOnceWithASentence() throws Exception {
        database.execute("DROP TABLE " + RealDatabase.TABLE);
        StreamExecutionEnvironment environment = environment(false);
        environment.fromSequence(0, ENDLESS).sinkTo(sink(database.access()).build());

        assertThatThrownBy(environment::execute)
                .hasStackTraceContaining("ClickHouse does not take rows into pennant.indicator_log as writer at")
                .hasStackTraceContaining("UNKNOWN_TABLE")
                .hasStackTraceContaining("Trying again would not help: ");
    }

    @Test
    void aTableWithoutARightToInsertFailsTheJobAtOnceWithASentence() throws Exception {
        database.execute("RENAME TABLE " + RealDatabase.TABLE + " TO pennant.other");
        StreamExecutionEnvironment environment = environment(false);
        environment
                .fromSequence(0, ENDLESS)
                .sinkTo(ClickHouseSink.into(NumberedIndicators.mapping("pennant.other"), database.access())
                        .rejectedTo(origin -> new RejectsInMemory())
                        .build());

        assertThatThrownBy(environment::execute)
                .hasStackTraceContaining("ClickHouse does not take rows into pennant.other")
                .hasStackTraceContaining("ACCESS_DENIED");
    }

    @Test
    void aWrongPasswordFailsTheJobAtOnceAndIsNotPrinted() throws Exception {
        StreamExecutionEnvironment environment = environment(false);
        ClickHouseAccess wrong = ClickHouseAccess.to(
                        "jdbc:clickhouse://127.0.0.1:" + database.port() + "/pennant", ClickHouseUser.WRITER.id())
                .withPassword("hunter2");
        environment.fromSequence(0, ENDLESS).sinkTo(sink(wrong).build());

        assertThatThrownBy(environment::execute)
                .hasStackTraceContaining("AUTHENTICATION_FAILED")
                .hasStackTraceContaining("Trying again would not help")
                .satisfies(failure ->
                        assertThat(ExceptionUtils.stringifyException(failure)).doesNotContain("hunter2"));
    }

    private static ClickHouseSink.Builder<Long> sink(ClickHouseAccess access) {
        return ClickHouseSink.into(NumberedIndicators.MAPPING, access)
                .rejectedTo(origin -> new RejectsInMemory())
                .retry(IMPATIENT);
    }

    private static StreamExecutionEnvironment environment(boolean restarts) {
        Configuration configuration = new Configuration();
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY, restarts ? "fixed-delay" : "none");
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(100));
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.createLocalEnvironment(2, configuration);
        environment.enableCheckpointing(200);
        return environment;
    }

    private static DataStream<Long> numbers(StreamExecutionEnvironment environment, long count, int perSecond) {
        return environment.fromSource(
                new DataGeneratorSource<>(
                        number -> number, count, RateLimiterStrategy.perSecond(perSecond), Types.LONG),
                WatermarkStrategy.noWatermarks(),
                "numbers");
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        long begun = System.nanoTime();
        while (!condition.call()) {
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(60));
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    /** Fails once, half a batch after a checkpoint: what came in between is sent a second time. */
    private static final class FailsAfterACheckpoint extends RichMapFunction<Long, Long> implements CheckpointListener {
        private static final long serialVersionUID = 1L;
        static final AtomicBoolean ARMED = new AtomicBoolean();

        private int sinceCheckpoint = Integer.MIN_VALUE;

        @Override
        public Long map(Long number) {
            sinceCheckpoint += 1;
            if (sinceCheckpoint > 9_000 && ARMED.compareAndSet(true, false)) {
                throw new IllegalStateException("a failure made for this test");
            }
            return number;
        }

        @Override
        public void notifyCheckpointComplete(long checkpoint) {
            sinceCheckpoint = 0;
        }
    }
}
