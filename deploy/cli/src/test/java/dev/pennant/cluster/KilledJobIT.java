package dev.pennant.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pennant.audit.Verification;
import dev.pennant.core.catalogue.Catalogue;
import dev.pennant.jobs.Job;
import dev.pennant.jobs.JobSettings;
import dev.pennant.jobs.deadletters.DeadLetterJob;
import dev.pennant.jobs.kafka.Topics;
import dev.pennant.jobs.revenue.RevenueJob;
import dev.pennant.season.Season;
import dev.pennant.season.SeasonEvent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Task managers die at random moments, between and during checkpoints; in the end nobody can tell. */
final class KilledJobIT {
    private static final int KILLS = 20;
    private static final int EVENTS = 60_000;
    /** About the largest that the broker takes: whole in a dead letter it is larger. */
    private static final int LARGEST_RECORD = 1_048_000;

    private static final long SEED = 20_201_031;

    private final Random random = new Random(SEED);
    private final List<SeasonEvent> events =
            Season.ofEnterprises(Catalogue.shipped()).subList(0, EVENTS);

    @TempDir
    Path folder;

    @Test
    void twentyKillsLeaveTheTablesAsIfNoneHadHappened() throws Exception {
        try (Site site = Site.open(folder, 27_000);
                MiniCluster flink = new MiniCluster(new MiniClusterConfiguration.Builder()
                        .setConfiguration(cluster(site))
                        .setNumTaskManagers(2)
                        .setNumSlotsPerTaskManager(4)
                        .build())) {
            flink.start();
            JobID revenue = submit(flink, site, RevenueJob.JOB);
            submit(flink, site, DeadLetterJob.JOB);
            AtomicBoolean killing = new AtomicBoolean(true);
            CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> send(site, killing));

            kill(flink, revenue);
            killing.set(false);
            sending.join();

            Verification verification = site.verify(Duration.ofMinutes(3));
            assertThat(verification.differences()).isEmpty();
            assertThat(verification.accounts()).allSatisfy(account -> assertThat(account.balances())
                    .as(account.toString())
                    .isTrue());
            assertThat(verification.accounts().get(1).quarantined()).isEqualTo(2L * Topics.LOCAL_PARTITIONS);
            assertThat(site.rows(SeasonOracle.ROWS)).containsExactlyInAnyOrderElementsOf(SeasonOracle.rows(events));
        }
    }

    /** Kills a task manager at a time, half of them in the middle of a checkpoint, and starts another in its place. */
    private void kill(MiniCluster flink, JobID job) throws Exception {
        for (int kill = 0; kill < KILLS; kill++) {
            pass(Duration.ofMillis(100 + random.nextInt(900)));
            if (random.nextBoolean()) {
                CompletableFuture<String> unused = flink.triggerCheckpoint(job);
                pass(Duration.ofMillis(random.nextInt(60)));
            }
            // The oldest of those alive: a task manager keeps its number, and each new one gets the next.
            flink.terminateTaskManager(kill).get();
            flink.startTaskManager();
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> flink.getJobStatus(job).get() == JobStatus.RUNNING);
        }
    }

    private void send(Site site, AtomicBoolean killing) {
        try {
            site.sendRaw(Topics.ENTERPRISE_REPORTS, "not an event".getBytes(StandardCharsets.UTF_8));
            site.sendRaw(Topics.ENTERPRISE_REPORTS, new byte[LARGEST_RECORD]);
            site.send(events, (event, sent) -> {
                if (killing.get() && sent % 200 == 0) {
                    pass(Duration.ofMillis(150));
                }
            });
        } catch (Exception failed) {
            throw new IllegalStateException("the events could not be sent", failed);
        }
    }

    /** Lets time pass, in which the job does whatever it does; nothing is asserted after it. */
    private static void pass(Duration time) {
        LockSupport.parkNanos(time.toNanos());
    }

    private static JobID submit(MiniCluster flink, Site site, Job job) throws Exception {
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment();
        environment.setParallelism(2);
        job.define(environment, JobSettings.of(site.jobArguments().toArray(String[]::new)), Clock.systemUTC());
        environment.enableCheckpointing(400);
        StreamGraph graph = environment.getStreamGraph();
        graph.setJobName(job.name());
        graph.setJobId(JobID.generate());
        return flink.submitJob(graph).get().getJobID();
    }

    private Configuration cluster(Site site) {
        Configuration settings = new Configuration();
        settings.set(RestOptions.PORT, site.ports().flinkWeb());
        settings.set(RestOptions.BIND_PORT, Integer.toString(site.ports().flinkWeb()));
        settings.set(CoreOptions.TMP_DIRS, folder.resolve("tmp").toString());
        settings.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
        settings.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, "file://" + folder.resolve("checkpoints"));
        settings.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
        settings.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, Integer.MAX_VALUE);
        settings.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(200));
        return settings;
    }
}
