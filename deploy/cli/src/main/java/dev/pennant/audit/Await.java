package dev.pennant.audit;

import dev.pennant.stack.JobFlow;
import dev.pennant.stack.flink.FlinkRest;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * Waits until all that was sent is visible. A sink writes everything out before a checkpoint completes, and the committed offsets say what a
 * checkpoint covers; so each job in turn takes checkpoints until it has committed what stood in its topics when its turn came.
 */
public final class Await {
    private static final Duration LONGEST_CHECKPOINT = Duration.ofMinutes(2);
    private static final Duration COMMIT = Duration.ofMillis(500);

    private final String bootstrapServers;
    private final FlinkRest flink;
    private final InstantSource clock;

    /** Asks a broker, and the Flink cluster that runs the jobs. */
    public Await(String bootstrapServers, URI flink, InstantSource clock) {
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
        Instant deadline = clock.instant().plus(timeout);
        try (Offsets offsets = new Offsets(bootstrapServers)) {
            for (JobFlow flow : JobFlow.IN_ORDER) {
                await(flow, offsets, deadline);
            }
        } catch (IOException unreachable) {
            throw new AuditException("Flink does not do what it should: " + unreachable.getMessage(), unreachable);
        }
    }

    private void await(JobFlow flow, Offsets offsets, Instant deadline) throws IOException, AuditException {
        Map<TopicPartition, Long> ends = offsets.ends(flow.topics());
        while (!offsets.reached(flow.group(), ends)) {
            if (clock.instant().isAfter(deadline)) {
                throw new AuditException("Not all is visible in time: the job '" + flow.job() + "' still has "
                        + offsets.lag(flow.group(), flow.topics())
                        + " records before it; `pennant status` shows how it does.");
            }
            flink.takeCheckpoint(running(flow.job()), LONGEST_CHECKPOINT);
            awaitCommit(flow, ends, offsets);
        }
    }

    /** A completed checkpoint commits its offsets a little later. */
    private void awaitCommit(JobFlow flow, Map<TopicPartition, Long> ends, Offsets offsets) throws AuditException {
        Instant deadline = clock.instant().plus(COMMIT);
        while (!offsets.reached(flow.group(), ends) && clock.instant().isBefore(deadline)) {
            Thread.onSpinWait();
        }
    }

    private String running(String job) throws IOException, AuditException {
        return flink.jobs().stream()
                .filter(candidate ->
                        candidate.name().equals(job) && candidate.state().equals("RUNNING"))
                .findFirst()
                .map(FlinkRest.Job::id)
                .orElseThrow(
                        () -> new AuditException("The job '" + job + "' does not run; `pennant status` says more."));
    }
}
