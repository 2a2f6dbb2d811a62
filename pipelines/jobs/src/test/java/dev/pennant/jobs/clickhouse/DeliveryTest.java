package dev.pennant.jobs.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DeliveryTest {
    private static final RetryPolicy POLICY =
            new RetryPolicy(4, Duration.ofSeconds(60), Duration.ofSeconds(1), Duration.ofSeconds(8), 0, 1);
    private static final ClickHouseAccess ACCESS = ClickHouseAccess.to(
                    "jdbc:clickhouse://clickhouse:8123/pennant", "writer")
            .withPassword("secret");

    private final FakeDatabase database = new FakeDatabase();
    private final KeptRejects rejects = new KeptRejects();
    private final ManualTicker ticker = new ManualTicker();
    private final ReadableMetrics metrics = new ReadableMetrics();
    private final Delivery delivery = new Delivery(
            Reading.MAPPING,
            ACCESS,
            database,
            rejects,
            POLICY,
            POLICY.randomOf(0),
            ticker,
            new SinkMetrics(metrics, () -> Instant.EPOCH));

    @Test
    void aHealthyDatabaseTakesABatchInOneAttempt() throws Exception {
        delivery.deliver(rows(100));

        assertThat(database.rows).hasSize(100);
        assertThat(database.attempts).isEqualTo(1);
    }

    @Test
    void aBatchIsTriedAgainWithGrowingPausesWhileTheDatabaseIsAway() throws Exception {
        database.failNext(new ConnectException("refused"), FakeDatabase.code(252, "Too many parts"), new IOException());

        delivery.deliver(rows(10));

        assertThat(database.rows).hasSize(10);
        assertThat(ticker.pauses).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));
        assertThat(rejects.rows).isEmpty();
    }

    @Test
    void theMetricsTellRowsBatchesRetriesRejectedRowsAndTheTimeOfAFlush() throws Exception {
        database.failNext(new ConnectException("refused"), new ConnectException("refused"));
        database.refuseByName(row -> row.value(1).equals(4));

        delivery.deliver(rows(10));

        assertThat(metrics.count("rows")).isEqualTo(9).isEqualTo(metrics.count("numRecordsSend"));
        assertThat(metrics.count("batches")).isEqualTo(2);
        assertThat(metrics.count("retries")).isEqualTo(2);
        assertThat(metrics.count("rejectedRows")).isEqualTo(1).isEqualTo(metrics.count("numRecordsSendErrors"));
        assertThat(metrics.count("numBytesSend")).isPositive();
        assertThat(metrics.histogram("flushMillis").getStatistics().getMax()).isEqualTo(3000);
        assertThat(metrics.gauge("lastFlushMillis")).isEqualTo(3000L);
    }

    @Test
    void whenTheAttemptsAreUsedUpTheFailureSaysTableRowsAttemptsAndTheLastCause() {
        database.failNext(
                new ConnectException("1st"),
                new ConnectException("2nd"),
                new ConnectException("3rd"),
                new ConnectException("Connection refused"));

        assertThatThrownBy(() -> delivery.deliver(rows(10)))
                .isInstanceOf(IOException.class)
                .hasMessage("ClickHouse did not take 10 rows for pennant.readings as writer at"
                        + " jdbc:clickhouse://clickhouse:8123/pennant in 4 attempts over 7 s; at last: Connection refused."
                        + " The rows are sent again when the job restarts from its checkpoint")
                .hasRootCauseMessage("Connection refused");
        assertThat(database.attempts).isEqualTo(4);
    }

    @Test
    void whatSomebodyMustPutRightFailsAtTheFirstAttempt() {
        database.failNext(FakeDatabase.code(60, "Code: 60. Table pennant.readings does not exist. (UNKNOWN_TABLE)"));

        assertThatThrownBy(() -> delivery.deliver(rows(10)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("ClickHouse does not take rows into pennant.readings as writer at")
                .hasMessageContaining("UNKNOWN_TABLE")
                .hasMessageContaining("Trying again would not help: 10 rows wait");
        assertThat(database.attempts).isEqualTo(1);
        assertThat(ticker.pauses).isEmpty();
    }

    @Test
    void theDatabaseGoingAwayWhileABatchIsHalvedLosesNothing() throws Exception {
        database.refuse(row -> row.value(1).equals(3));
        database.failNext(
                FakeDatabase.code(469, "first"),
                FakeDatabase.code(469, "second"),
                new ConnectException("refused"),
                new ConnectException("refused"));

        delivery.deliver(rows(8));

        assertThat(numbers(database.rows)).containsExactly(0, 1, 2, 4, 5, 6, 7);
        assertThat(rejects.rows).extracting(RejectedRow::key).containsExactly("331022100|3");
    }

    @Test
    void aRejectedRowCarriesTheReasonOfTheDatabase() throws Exception {
        database.refuse(row -> row.value(1).equals(1));

        delivery.deliver(rows(2));

        assertThat(rejects.rows).singleElement().satisfies(row -> {
            assertThat(row.table()).isEqualTo("pennant.readings");
            assertThat(row.reason()).isEqualTo("Constraint is violated");
            assertThat(row.json()).contains("\"reported\":1,");
        });
    }

    @Property(tries = 300)
    void anyPoisonedRowsAreRejectedAloneAndEveryOtherRowArrivesOnceInItsOrder(
            @ForAll @IntRange(min = 1, max = 70) int size,
            @ForAll Set<@IntRange(max = 69) Integer> poisoned,
            @ForAll boolean driverNamesThem)
            throws Exception {
        DeliveryTest fresh = new DeliveryTest();
        if (driverNamesThem) {
            fresh.database.refuseByName(row -> poisoned.contains((Integer) row.value(1)));
        } else {
            fresh.database.refuse(row -> poisoned.contains((Integer) row.value(1)));
        }

        fresh.delivery.deliver(rows(size));

        Set<Integer> expected = new HashSet<>(poisoned);
        expected.removeIf(number -> number >= size);
        assertThat(numbers(fresh.database.rows))
                .containsExactlyElementsOf(IntStream.range(0, size)
                        .boxed()
                        .filter(number -> !poisoned.contains(number))
                        .toList());
        assertThat(fresh.rejects.rows).hasSize(expected.size());
    }

    @Test
    void aThousandRowsTheDriverRefusesCostAboutTwoAttemptsEach() throws Exception {
        database.refuseByName(row -> (Integer) row.value(1) % 10 == 5);

        delivery.deliver(rows(10_000));

        assertThat(rejects.rows).hasSize(1000);
        assertThat(database.attempts).isLessThanOrEqualTo(2001);
    }

    @Test
    void anInterruptedPauseEndsTheDelivery() {
        database.failNext(new ConnectException("refused"));
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> delivery.deliver(rows(1))).isInstanceOf(InterruptedException.class);
    }

    private static List<Row> rows(int count) {
        return IntStream.range(0, count)
                .mapToObj(number ->
                        Reading.MAPPING.rowsOf(Reading.numbered(number)).get(0))
                .toList();
    }

    private static List<Integer> numbers(List<Row> rows) {
        return rows.stream().map(row -> (Integer) row.value(1)).toList();
    }
}
