package dev.pennant.cluster;

import static org.awaitility.Awaitility.await;

import dev.pennant.jobs.Job;
import dev.pennant.jobs.JobSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
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

/** Two task managers that die, one after the other, at random moments between and during checkpoints. */
final class KilledCluster implements AutoCloseable {
    private static final long SEED = 20_201_031;
    private static final int CHECKPOINT_MILLIS = 400;

    private final Random random = new Random(SEED);
    private final Site site;
    private final MiniCluster flink;

    private KilledCluster(Site site, MiniCluster flink) {
        this.site = site;
        this.flink = flink;
    }

    /** Starts a cluster that works on a site. */
    static KilledCluster start(Site site, Path folder) throws Exception {
        MiniCluster flink = new MiniCluster(new MiniClusterConfiguration.Builder()
                .setConfiguration(settings(site, folder))
                .setNumTaskManagers(2)
                .setNumSlotsPerTaskManager(4)
                .build());
        flink.start();
        return new KilledCluster(site, flink);
    }

    /** Starts a job. */
    JobID submit(Job job) throws Exception {
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment();
        environment.setParallelism(2);
        job.define(environment, JobSettings.of(site.jobArguments().toArray(String[]::new)), Clock.systemUTC());
        environment.enableCheckpointing(CHECKPOINT_MILLIS);
        StreamGraph graph = environment.getStreamGraph();
        graph.setJobName(job.name());
        graph.setJobId(JobID.generate());
        return flink.submitJob(graph).get().getJobID();
    }

    /** Kills a task manager at a time, half of them in the middle of a checkpoint, and starts another in its place. */
    void kill(int kills, JobID job) throws Exception {
        for (int kill = 0; kill < kills; kill++) {
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

    /** Lets time pass, in which the job does whatever it does; nothing is asserted after it. */
    static void pass(Duration time) {
        LockSupport.parkNanos(time.toNanos());
    }

    @Override
    public void close() throws Exception {
        flink.close();
    }

    private static Configuration settings(Site site, Path folder) {
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
