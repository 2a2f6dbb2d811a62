package dev.pennant.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pennant.audit.Verification;
import dev.pennant.core.catalogue.Catalogue;
import dev.pennant.jobs.deadletters.DeadLetterJob;
import dev.pennant.jobs.revenue.RevenueJob;
import dev.pennant.season.Season;
import dev.pennant.season.SeasonEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The job jar on a Flink cluster of separate processes, submitted as an operator would. */
final class FlinkProcessesIT {
    private static final List<SeasonEvent> EVENTS =
            Season.ofEnterprises(Catalogue.shipped()).subList(0, 30_000);

    @TempDir
    Path folder;

    @Test
    void theJobJarGivesTheSameAnswerWhenATaskManagerIsKilled() throws Exception {
        try (Site site = Site.open(folder, 28_000);
                FlinkProcesses flink = FlinkProcesses.start(
                        folder.resolve("flink"), site.ports().flinkWeb(), 28_200, jobJar(), site.reporterLines())) {
            Process first = flink.startTaskManager();
            flink.startTaskManager();
            String revenue = flink.submit(jobJar(), RevenueJob.class.getName(), site.jobArguments());
            flink.submit(jobJar(), DeadLetterJob.class.getName(), site.jobArguments());
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> flink.get("/jobs/" + revenue).contains("\"state\":\"RUNNING\""));

            site.send(EVENTS.subList(0, EVENTS.size() / 2).iterator(), (event, sent) -> {});
            first.destroyForcibly().waitFor();
            flink.startTaskManager();
            site.send(EVENTS.subList(EVENTS.size() / 2, EVENTS.size()).iterator(), (event, sent) -> {});
            await().atMost(Duration.ofMinutes(2))
                    .until(() -> flink.get("/jobs/" + revenue).contains("\"state\":\"RUNNING\""));

            Verification verification = site.verify(List.of(RevenueJob.JOB, DeadLetterJob.JOB), Duration.ofMinutes(3));
            assertThat(verification.differences()).isEmpty();
            assertThat(verification.accounts()).allMatch(account -> account.balances());
            assertThat(site.rows(SeasonOracle.ROWS)).containsExactlyInAnyOrderElementsOf(SeasonOracle.rows(EVENTS));
            // The job manager tells of restarts and checkpoints, the task managers of the rest; what the killed one
            // said last is soon forgotten. Whether this job was on it, and so has restarted, is Flink's choice.
            await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> assertThat(site.rows(
                            "SELECT job, restarts >= 0, checkpoints_completed > 0, pending_records, insert_ms >= 0"
                                    + " FROM pennant.job_health WHERE job = 'revenue'"))
                    .containsExactly("revenue\t1\t1\t0\t1"));
        }
    }

    private static Path jobJar() throws IOException {
        try (Stream<Path> built = Files.list(Path.of("../../pipelines/jobs/target"))) {
            return built.filter(file -> file.getFileName().toString().endsWith("-job.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("the job jar is not built; run mvn package"))
                    .toAbsolutePath()
                    .normalize();
        }
    }
}
