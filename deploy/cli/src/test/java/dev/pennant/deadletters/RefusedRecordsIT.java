package dev.pennant.deadletters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.stack.clickhouse.ClickHouseClient;
import dev.pennant.stack.clickhouse.ClickHouseServer;
import dev.pennant.stack.clickhouse.ClickHouseUser;
import dev.pennant.stack.clickhouse.EngineLibrary;
import dev.pennant.stack.clickhouse.FreePorts;
import dev.pennant.stack.clickhouse.Migrations;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class RefusedRecordsIT {
    private static final TopicPartition FIRST = new TopicPartition("stores", 0);
    private static final TopicPartition SECOND = new TopicPartition("stores", 1);
    private static final Selection ALL = new Selection(Optional.empty(), Optional.empty());

    @TempDir
    private static Path data;

    private static ClickHouseServer server;

    private final ClickHouseClient migrator = server.client(ClickHouseUser.MIGRATOR);
    private final RefusedRecords refused = new RefusedRecords(migrator, 3, 100);

    @BeforeAll
    static void start() throws IOException {
        server = ClickHouseServer.start(data, FreePorts.next(), FreePorts.next(), EngineLibrary.find());
        Migrations.packed().apply(server.client(ClickHouseUser.MIGRATOR));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void empty() throws IOException {
        migrator.query("TRUNCATE TABLE pennant.dead_letter_log");
        migrator.query("TRUNCATE TABLE pennant.dead_letter_replay_log");
    }

    @Test
    void aRangeEndsWithItsPartitionAndAtItsMostRecords() throws IOException {
        for (long offset : new long[] {12, 5, 8, 7}) {
            refuse("stores", 0, offset, "bad-id", "NULL", "'x'");
        }
        refuse("stores", 1, 3, "bad-id", "NULL", "'x'");
        refuse("standings", 0, 1, "no-marker", "NULL", "'x'");

        assertThat(refused.waiting(ALL))
                .containsExactly(
                        new RefusedRange(FIRST, 5, 8, 3),
                        new RefusedRange(FIRST, 12, 12, 1),
                        new RefusedRange(SECOND, 3, 3, 1));
        assertThat(refused.waitingReasons()).isEqualTo("bad-id (5)");
    }

    @Test
    void aRangeHasNoMoreBytesThanItMayBesidesItsFirstRecordWithAndWithoutAKey() throws IOException {
        refuse("stores", 0, 1, "bad-id", "NULL", "repeat('x', 90)");
        refuse("stores", 0, 3, "bad-id", "repeat('k', 1000)", "NULL");
        refuse("stores", 0, 4, "bad-id", "'k'", "NULL");

        assertThat(refused.waiting(ALL))
                .containsExactly(new RefusedRange(FIRST, 1, 1, 1), new RefusedRange(FIRST, 3, 4, 2));
    }

    @Test
    void oneWithTwoReasonsIsReadOnceWithItsBytesAndNoMoreOnceItsFateIsRemembered() throws IOException {
        refuse("stores", 0, 1, "bad-id", "unhex('00ff0a09')", "NULL");
        refuse("stores", 0, 1, "unknown-unit", "unhex('00ff0a09')", "NULL");
        refuse("stores", 0, 2, "bad-id", "NULL", "''");
        Selection unknown = new Selection(Optional.of("stores"), Optional.of("unknown-unit"));
        RefusedRange range = new RefusedRange(FIRST, 1, 2, 2);

        assertThat(refused.waiting(ALL)).containsExactly(range);
        assertThat(refused.waiting(unknown)).containsExactly(new RefusedRange(FIRST, 1, 1, 1));
        assertThat(refused.waiting(new Selection(Optional.of("units"), Optional.empty())))
                .isEmpty();
        List<RefusedRecord> both = refused.read(ALL, range);
        assertThat(both).extracting(RefusedRecord::offset).containsExactly(1L, 2L);
        assertThat(both.get(0).key()).containsExactly(0, 0xff, '\n', '\t');
        assertThat(both.get(0).value()).isNull();
        assertThat(both.get(1).key()).isNull();
        assertThat(both.get(1).value()).isEmpty();

        refused.remember(FIRST, refused.read(unknown, range), Fate.REPLACED, Instant.parse("2020-11-18T02:00:00.5Z"));

        assertThat(refused.waiting(ALL)).containsExactly(new RefusedRange(FIRST, 2, 2, 1));
        assertThat(refused.waiting(unknown)).isEmpty();
        assertThat(migrator.query(
                        "SELECT DISTINCT offset, replayed_at, replay FROM pennant.dead_letters ORDER BY offset"))
                .isEqualTo("1\t2020-11-18 02:00:00.500\treplaced\n2\t\\N\t");
    }

    private void refuse(String topic, int partition, long offset, String reason, String key, String payload)
            throws IOException {
        migrator.query("INSERT INTO pennant.dead_letter_log (topic, partition, offset, reason, key, payload)"
                + " SELECT '" + topic + "', " + partition + ", " + offset + ", '" + reason + "', " + key + ", "
                + payload);
    }
}
