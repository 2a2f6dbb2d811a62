package dev.pennant.stack.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.boards.AlertContract;
import dev.pennant.stack.HouseFolder;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is made of the metrics of the jobs. */
@Timeout(120)
final class JobHealthIT {
    private static final Path RULES = Path.of("dashboards/grafana/provisioning/alerting/rules.yaml");
    private static final String SOURCE = "Source: retail-receipts";
    private static final String SINK = "to-pennant.retail_hour_latest: Writer";

    @TempDir
    private static Path data;

    private static ClickHouseServer server;

    private final ClickHouseClient wall = server.client(ClickHouseUser.WALL);

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
        server.client(ClickHouseUser.MIGRATOR).query("TRUNCATE TABLE pennant.job_metric_log");
    }

    @Test
    void aJobIsWhatItsTasksSaidLast() throws IOException {
        report(20, "retail", SOURCE, 0, "pendingRecords", 900);
        report(10, "retail", SOURCE, 0, "pendingRecords", 30);
        report(10, "retail", SOURCE, 1, "pendingRecords", 12);
        report(10, "retail", "Source: stores", 0, "pendingRecords", 1);
        report(10, "retail", SOURCE, 0, "numRecordsInPerSecond", 20.5);
        report(10, "retail", SOURCE, 1, "numRecordsInPerSecond", 0.25);
        report(10, "retail", SINK, 0, "rowsPerSecond", 7.125);
        report(10, "retail", SINK, 0, "batchesPerSecond", 2);
        report(10, "retail", SINK, 0, "lastFlushMillis", 8);
        report(10, "retail", "to-pennant.indicator_log: Writer", 0, "lastFlushMillis", 31);
        report(10, "retail", SINK, 0, "retries", 3);
        report(6, "retail", "", 0, "uptime", 65_000);
        report(6, "retail", "", 0, "numRestarts", 1);
        report(6, "retail", "", 0, "lastCheckpointDuration", 42);
        report(6, "retail", "", 0, "lastCheckpointSize", 123_456);
        report(6, "retail", "", 0, "numberOfCompletedCheckpoints", 9);
        report(6, "retail", "", 0, "numberOfFailedCheckpoints", 2);
        report(5, "air", "", 0, "uptime", 5_000);

        assertThat(wall.query(
                        "SELECT job, uptime_ms, restarts, pending_records, records_per_second, checkpoint_ms, checkpoint_bytes,"
                                + " checkpoints_completed, checkpoints_failed, rows_per_second, inserts_per_second, insert_ms,"
                                + " insert_retries FROM pennant.job_health ORDER BY job"))
                .isEqualTo("air\t5000\t\\N\t\\N\t\\N\t\\N\t\\N\t\\N\t\\N\t\\N\t\\N\t\\N\t\\N\n"
                        + "retail\t65000\t1\t43\t20.75\t42\t123456\t9\t2\t7.125\t2\t31\t3");
        assertThat(wall.query(
                        "SELECT dateDiff('second', reported_at, now64(3)) BETWEEN 6 AND 60 FROM pennant.job_health"
                                + " WHERE job = 'retail'"))
                .isEqualTo("1");
    }

    @Test
    void theLastCheckpointIsAsOldAsItsFirstReport() throws IOException {
        report(600, "retail", "", 0, "lastCompletedCheckpointId", 7);
        report(500, "retail", "", 0, "lastCompletedCheckpointId", 8);
        report(10, "retail", "", 0, "lastCompletedCheckpointId", 8);
        // Begun again without its state, a job counts its checkpoints anew.
        report(300, "air", "", 0, "lastCompletedCheckpointId", 99);
        report(200, "air", "", 0, "lastCompletedCheckpointId", 1);
        report(10, "air", "", 0, "lastCompletedCheckpointId", 1);
        report(10, "alerts", "", 0, "uptime", 1);

        assertThat(wall.query("SELECT job, intDiv(dateDiff('second', checkpoint_at, now64(3)), 100)"
                        + " FROM pennant.job_health ORDER BY job"))
                .isEqualTo("air\t2\nalerts\t\\N\nretail\t5");
    }

    @Test
    void whatATaskSaidThatIsGoneDoesNotCount() throws IOException {
        report(90, "retail", SOURCE, 1, "pendingRecords", 500);
        report(10, "retail", SOURCE, 0, "pendingRecords", 3);

        assertThat(wall.query("SELECT pending_records FROM pennant.job_health")).isEqualTo("3");
    }

    @Test
    void aJobThatIsSilentKeepsWhatItSaidLastForAnHour() throws IOException {
        report(3000, "retail", SOURCE, 0, "pendingRecords", 3);
        report(4000, "air", SOURCE, 0, "pendingRecords", 3);

        assertThat(wall.query("SELECT job, pending_records FROM pennant.job_health"))
                .isEqualTo("retail\t3");
    }

    @Test
    void aJobThatHasStalledOrIsSilentSetsOffTheAlertRule() throws Exception {
        report(1500, "revenue", "", 0, "lastCompletedCheckpointId", 7);
        report(5, "revenue", "", 0, "lastCompletedCheckpointId", 7);
        report(5, "retail", "", 0, "lastCompletedCheckpointId", 7);
        report(1210, "air", "", 0, "lastCompletedCheckpointId", 7);
        report(5, "reports", "", 0, "uptime", 125_000);
        report(5, "derived", "", 0, "uptime", 1_000);
        report(5, "derived", "", 0, "numRestarts", 4);
        report(5, "retail-rebuild", "", 0, "lastCompletedCheckpointId", 7);

        String sql = AlertContract.queries(HouseFolder.find(RULES)).get("pennant-pipeline-stalled");
        assertThat(server.client(ClickHouseUser.GRAFANA).query(sql).lines())
                .containsExactly(
                        "air\t20",
                        "alerts\t60",
                        "dead-letters\t60",
                        "derived\t60",
                        "reports\t2",
                        "retail\t0",
                        "revenue\t25",
                        "standings\t60");
    }

    @Test
    void theViewsGiveTheTypesThatTheyDeclare() throws IOException {
        report(10, "retail", SOURCE, 0, "pendingRecords", 3);
        for (String view : new String[] {"job_health", "job_metrics"}) {
            assertThat(wall.query("SELECT * FROM pennant." + view + " FORMAT TSVWithNamesAndTypes")
                            .lines()
                            .skip(1)
                            .findFirst()
                            .orElseThrow()
                            .split("\t"))
                    .containsExactly(server.client(ClickHouseUser.ANALYST)
                            .query("SELECT type FROM system.columns WHERE database = 'pennant' AND table = '" + view
                                    + "' ORDER BY position")
                            .split("\n"));
        }
    }

    @Test
    void screensAreNotToldOfMetrics() throws IOException {
        String before = wall.query("SELECT version FROM pennant.data_version");
        report(10, "retail", SOURCE, 0, "pendingRecords", 3);

        assertThat(wall.query("SELECT version FROM pennant.data_version")).isEqualTo(before);
    }

    /** As the writer does, but some seconds ago. */
    private static void report(int secondsAgo, String job, String operator, int subtask, String metric, double value)
            throws IOException {
        server.client(ClickHouseUser.WRITER)
                .query(
                        "INSERT INTO pennant.job_metric_log (at, job, operator, subtask, metric, value) VALUES (now64(3) - "
                                + secondsAgo + ", '" + job + "', '" + operator + "', " + subtask + ", '" + metric
                                + "', " + value
                                + ")");
    }
}
