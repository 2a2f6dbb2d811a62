package dev.pennant.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pennant.jobs.Job;
import dev.pennant.jobs.kafka.Topics;
import dev.pennant.jobs.retail.RetailJob;
import dev.pennant.stack.flink.FlinkCluster;
import dev.pennant.stack.flink.FlinkRest;
import dev.pennant.stack.flink.StackJob;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** How a job runs, as Flink in this process tells the database. */
@Timeout(180)
final class JobMetricsIT {
    private static final Job JOB = RetailJob.JOB;
    private static final byte[] NO_EVENT = "neither a receipt nor a store".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    @Test
    void aJobTellsItsLagItsCheckpointsAndItsInsertsAndGoesOnWithoutTheDatabase() throws Exception {
        try (Site site = Site.open(folder, 27_600);
                FlinkCluster flink = FlinkCluster.start(folder.resolve("flink"), site.ports(), 1, reporter(site))) {
            flink.submit(new StackJob(
                    JOB.name(), environment -> JOB.define(environment, site.jobSettings(), Clock.systemUTC())));
            for (int record = 0; record < 100; record++) {
                site.sendRaw(Topics.RETAIL_RECEIPTS, NO_EVENT);
            }
            site.sendRaw(Topics.STORES, NO_EVENT);

            await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> assertThat(
                            site.rows(
                                    """
                                                    SELECT pending_records, records_per_second > 0, checkpoint_at > now64(3) - 60,
                                                        checkpoint_ms >= 0, checkpoint_bytes > 0, checkpoints_completed > 0,
                                                        checkpoints_failed >= 0, restarts, uptime_ms > 0, rows_per_second > 0,
                                                        inserts_per_second > 0, insert_ms >= 0, insert_retries
                                                    FROM pennant.job_health WHERE job = 'retail'"""))
                    .containsExactly("0\t1\t1\t1\t1\t1\t1\t0\t1\t1\t1\t1\t0"));
            // Of a minute, to which the meter of Flink refers: four partitions of a hundred records, and as many
            // stores.
            assertThat(site.rows("SELECT max(value) BETWEEN 1 AND 7 FROM pennant.job_metrics"
                            + " WHERE metric = 'numRecordsInPerSecond' AND operator = 'Source: retail-receipts'"))
                    .containsExactly("1");
            assertThat(site.rows("SELECT min(metrics) > 10 FROM (SELECT at, count() AS metrics FROM pennant.job_metrics"
                            + " GROUP BY at ORDER BY at DESC LIMIT 5)"))
                    .containsExactly("1");

            // After one more checkpoint everything that was sent stands in the database, and the next ones do not need
            // it.
            FlinkRest rest = new FlinkRest(site.ports().flinkUri());
            awaitCheckpoint(rest);
            site.closeDatabase();
            awaitCheckpoint(rest);
            assertThat(rest.living(JOB.name()).map(FlinkRest.Job::state)).contains("RUNNING");
        }
    }

    private static void awaitCheckpoint(FlinkRest rest) throws Exception {
        String before = checkpoint(rest);
        await().atMost(Duration.ofMinutes(1)).until(() -> !checkpoint(rest).equals(before));
    }

    private static String checkpoint(FlinkRest rest) throws Exception {
        String run = rest.living(JOB.name()).orElseThrow().id();
        return rest.get("/jobs/" + run + "/checkpoints")
                .path("latest")
                .path("completed")
                .path("id")
                .asText();
    }

    private static Configuration reporter(Site site) {
        Configuration reporter = site.reporter();
        reporter.setString("metrics.reporter.clickhouse.interval", "500 ms");
        return reporter;
    }
}
