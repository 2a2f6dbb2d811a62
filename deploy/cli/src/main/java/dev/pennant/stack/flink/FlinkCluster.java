package dev.pennant.stack.flink;

import dev.pennant.stack.Folders;
import dev.pennant.stack.Ports;
import dev.pennant.stack.StackException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.CheckpointType;
import org.apache.flink.runtime.client.JobStatusMessage;
import org.apache.flink.runtime.execution.ExecutionState;
import org.apache.flink.runtime.executiongraph.AccessExecutionGraph;
import org.apache.flink.runtime.executiongraph.AccessExecutionVertex;
import org.apache.flink.runtime.executiongraph.ErrorInfo;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Flink in this process, with its web UI. A job goes on from the newest checkpoint that its folder has; closing takes one more, so
 * that the next start repeats nothing.
 */
public final class FlinkCluster implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FlinkCluster.class);
    private static final Duration START_PATIENCE = Duration.ofSeconds(60);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(3);
    private static final Duration TIDY_INTERVAL = Duration.ofSeconds(15);
    private static final long POLL_MILLIS = 50;
    private static final Long NO_CHECKPOINT = -1L;

    private final MiniCluster cluster;
    private final Path checkpoints;
    private final Map<String, JobID> runs = new ConcurrentHashMap<>();
    private final ScheduledExecutorService schedule = Executors.newSingleThreadScheduledExecutor(FlinkCluster::daemon);
    private final ScheduledFuture<?> tidying;

    private FlinkCluster(MiniCluster cluster, Path checkpoints) {
        this.cluster = cluster;
        this.checkpoints = checkpoints;
        this.tidying = schedule.scheduleWithFixedDelay(
                this::tidy, TIDY_INTERVAL.toSeconds(), TIDY_INTERVAL.toSeconds(), TimeUnit.SECONDS);
    }

    /**
     * Starts Flink without jobs.
     *
     * @param folder where checkpoints are kept, and temporary files while it runs
     * @param jobs for how many jobs there has to be room; there is room for one more, which is rebuilt beside itself
     */
    public static FlinkCluster start(Path folder, Ports ports, int jobs) throws Exception {
        return start(folder, ports, jobs, new Configuration());
    }

    /**
     * The same, which tells how the jobs run.
     *
     * @param reporter the settings of the reporter that tells it
     */
    public static FlinkCluster start(Path folder, Ports ports, int jobs, Configuration reporter) throws Exception {
        Path temporary = folder.resolve("tmp");
        Folders.delete(temporary);
        Files.createDirectories(temporary);
        Configuration settings = FlinkSettings.cluster(temporary, ports);
        settings.addAll(reporter);
        MiniCluster cluster = new MiniCluster(new MiniClusterConfiguration.Builder()
                .setConfiguration(settings)
                .setCommonBindAddress("127.0.0.1")
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager((jobs + 1) * FlinkSettings.PARALLELISM)
                .build());
        cluster.start();
        return new FlinkCluster(cluster, folder.resolve("checkpoints"));
    }

    /**
     * Starts a job, from its newest checkpoint where there is one, and returns when all its tasks run.
     *
     * @return the checkpoint that it started from
     * @throws StackException when it does not come to run
     */
    public Optional<Path> submit(StackJob job) throws Exception {
        return submit(job, Optional.empty());
    }

    /**
     * The same, from another checkpoint where the job has none of its own.
     *
     * @return the checkpoint that it started from
     */
    public Optional<Path> submit(StackJob job, Optional<Path> otherwise) throws Exception {
        Path folder = checkpoints.resolve(job.name());
        Files.createDirectories(folder);
        Optional<Path> checkpoint =
                new CheckpointHistory(folder).newestReadable().or(() -> otherwise);
        StreamGraph graph = job.graph(folder, checkpoint);
        JobID run = JobID.generate();
        graph.setJobId(run);
        cluster.submitJob(graph).get();
        LOG.info("Job {} starts as {} from {}", job.name(), run, checkpoint);
        runs.put(job.name(), run);
        awaitRunning(job.name(), run);
        return checkpoint;
    }

    /** Takes a last checkpoint of every job, ends the jobs, and stops Flink. */
    @Override
    public void close() {
        tidying.cancel(true);
        schedule.shutdown();
        lookForNewRuns();
        CompletableFuture<?>[] ends = runs.entrySet().stream()
                .map(run -> end(run.getKey(), run.getValue()))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(ends).join();
        tidyUp();
        cluster.closeAsync()
                .orTimeout(STOP_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionally(failed -> {
                    LOG.warn("Flink did not stop in order", failed);
                    return null;
                })
                .join();
    }

    private void awaitRunning(String name, JobID run) throws InterruptedException, ExecutionException {
        long start = System.nanoTime();
        while (System.nanoTime() - start < START_PATIENCE.toNanos()) {
            JobStatus status = cluster.getJobStatus(run).get();
            if (status.isGloballyTerminalState()) {
                throw new StackException("Flink's job " + name + " did not start: " + cause(run) + ".");
            }
            if (status == JobStatus.RUNNING
                    && allRunning(cluster.getExecutionGraph(run).get())) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
        throw new StackException("Flink's job " + name + " was not running after " + START_PATIENCE.toSeconds() + " s: "
                + lastFailure(run) + "; more stands in logs/flink.log.");
    }

    /** Why a job that has not ended keeps starting again. */
    private String lastFailure(JobID run) throws InterruptedException, ExecutionException {
        ErrorInfo failure = cluster.getExecutionGraph(run).get().getFailureInfo();
        if (failure == null) {
            return "its tasks are still being started";
        }
        Throwable cause = failure.getException().deserializeError(getClass().getClassLoader());
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }

    private static boolean allRunning(AccessExecutionGraph graph) {
        for (AccessExecutionVertex task : graph.getAllExecutionVertices()) {
            if (task.getExecutionState() != ExecutionState.RUNNING) {
                return false;
            }
        }
        return true;
    }

    private String cause(JobID run) throws InterruptedException, ExecutionException {
        return cluster.requestJobResult(run)
                .get()
                .getSerializedThrowable()
                .map(failure -> {
                    Throwable cause = failure.deserializeError(getClass().getClassLoader());
                    while (cause.getCause() != null) {
                        cause = cause.getCause();
                    }
                    return String.valueOf(cause.getMessage());
                })
                .orElse("it ended");
    }

    private CompletableFuture<?> end(String name, JobID run) {
        return cluster.triggerCheckpoint(run, CheckpointType.CONFIGURED)
                .orTimeout(STOP_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionally(failed -> {
                    String why = failed instanceof TimeoutException ? "it took too long" : failed.getMessage();
                    LOG.warn("No last checkpoint of {}: {}; it will go on from the one before", name, why);
                    return NO_CHECKPOINT;
                })
                .thenCompose(number -> cluster.cancelJob(run))
                .thenCompose(cancelled -> cluster.requestJobResult(run))
                .orTimeout(2 * STOP_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionally(failed -> {
                    LOG.warn("Job {} did not end in order", name, failed);
                    return null;
                });
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "checkpoint-tidying");
        thread.setDaemon(true);
        return thread;
    }

    /** A rebuild ends a run and begins another one from outside. */
    private void lookForNewRuns() {
        try {
            for (JobStatusMessage job : cluster.listJobs().get(STOP_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                if (!job.getJobState().isGloballyTerminalState()) {
                    runs.computeIfPresent(job.getJobName(), (name, before) -> job.getJobId());
                }
            }
        } catch (ExecutionException | TimeoutException silent) {
            LOG.warn("Flink does not say which jobs it runs", silent);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void tidy() {
        lookForNewRuns();
        tidyUp();
    }

    private void tidyUp() {
        runs.forEach((name, run) -> {
            try {
                new CheckpointHistory(checkpoints.resolve(name)).forgetRunsBefore(run);
            } catch (IOException | UncheckedIOException later) {
                LOG.warn("Old checkpoints of {} could not be removed", name, later);
            }
        });
    }
}
