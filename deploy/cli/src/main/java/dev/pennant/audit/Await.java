package dev.pennant.audit;

import dev.pennant.jobs.Job;
import dev.pennant.stack.StackJobs;
import dev.pennant.stack.flink.FlinkRest;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Waits until all that was sent is visible. A sink writes everything out before a checkpoint completes, and the committed offsets say what a
 * checkpoint covers; so each job in turn takes checkpoints until it has committed what stood in its topics when its turn came.
 */
public final class Await {
    private static final Duration LONGEST_CHECKPOINT = Duration.ofMinutes(2);
    private static final Duration RETRY = Duration.ofMillis(200);
    private static final Duration COMMIT = Duration.ofMillis(500);

    private final List<Job> jobs;
    private final String advice;
    private final String bootstrapServers;
    private final FlinkRest flink;
    private final InstantSource clock;

    /** Asks a broker, and the Flink cluster that runs all jobs of the stack. */
    public Await(String bootstrapServers, URI flink, InstantSource clock) {
        this(StackJobs.IN_ORDER, bootstrapServers, flink, clock, "; `pennant status` shows how it does.");
    }

    /** The same for some jobs alone, given each after those whose output it reads. */
    public Await(List<Job> jobs, String bootstrapServers, URI flink, InstantSource clock) {
        this(jobs, bootstrapServers, flink, clock, ".");
    }

    private Await(List<Job> jobs, String bootstrapServers, URI flink, InstantSource clock, String advice) {
        this.jobs = List.copyOf(jobs);
        this.advice = advice;
        this.bootstrapServers = bootstrapServers;
        this.flink = new FlinkRest(flink);
        this.clock = clock;
    }

    /**
     * Returns when all that has been sent by now is visible.
     *
     * @throws AuditException when it is not visible in time, or a job does not run
     */
    public void untilVisible(Duration timeout) throws AuditException {
        untilVisible(timeout, behind -> {});
    }

    /**
     * The same.
     *
     * @param watcher told from time to time how many records a job still has before it
     */
    public void untilVisible(Duration timeout, LongConsumer watcher) throws AuditException {
        Instant deadline = clock.instant().plus(timeout);
        try (Offsets offsets = new Offsets(bootstrapServers)) {
            for (Job job : jobs) {
                await(job, offsets, deadline, watcher);
            }
        }
    }

    private void await(Job job, Offsets offsets, Instant deadline, LongConsumer watcher) throws AuditException {
        Map<TopicPartition, Long> ends = offsets.ends(job.inputs());
        String obstacle = "";
        while (!offsets.reached(job.group(), ends) && !offsets.onlyMarkersLeft(job.group(), ends)) {
            if (clock.instant().isAfter(deadline)) {
                throw new AuditException("Not all is visible in time: the job '" + job.name() + "' still has "
                        + offsets.lag(job.group(), job.inputs()) + " records before it" + obstacle
                        + advice);
            }
            watcher.accept(offsets.lag(job.group(), job.inputs()));
            try {
                takeCheckpoint(job.name(), deadline);
                awaitCommit(job, ends, offsets);
            } catch (IOException passing) {
                // A job that is just being restored takes none; it does when it runs again.
                obstacle = " (" + passing.getMessage() + ")";
                LockSupport.parkNanos(RETRY.toNanos());
            }
        }
        watcher.accept(0);
    }

    private void takeCheckpoint(String job, Instant deadline) throws IOException {
        Duration left = Duration.between(clock.instant(), deadline);
        flink.takeCheckpoint(running(job), left.compareTo(LONGEST_CHECKPOINT) < 0 ? left : LONGEST_CHECKPOINT);
    }

    /** A completed checkpoint commits its offsets a little later. */
    private void awaitCommit(Job job, Map<TopicPartition, Long> ends, Offsets offsets) throws AuditException {
        Instant deadline = clock.instant().plus(COMMIT);
        while (!offsets.reached(job.group(), ends) && clock.instant().isBefore(deadline)) {
            Thread.onSpinWait();
        }
    }

    private String running(String job) throws IOException {
        return flink.jobs().stream()
                .filter(candidate ->
                        candidate.name().equals(job) && candidate.state().equals("RUNNING"))
                .findFirst()
                .map(FlinkRest.Job::id)
                .orElseThrow(() -> new IOException("the job '" + job + "' does not run"));
    }
}
