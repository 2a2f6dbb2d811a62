package dev.pennant.bench.run;

import dev.pennant.stack.flink.FlinkRest;
import java.io.IOException;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The checkpoints of a brief run while it is in full swing: the first at once, each further one ten seconds after the one before. Flink's own would
 * begin at a random moment, and of two runs of five seconds each one would have a checkpoint in its window, and the other none.
 */
final class RunCheckpoints {
    private static final Duration INTERVAL = Duration.ofSeconds(10);
    private static final Duration NEVER = Duration.ofDays(300);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Checkpoint checkpoint;
    private final LongSupplier nanos;
    private final boolean replacing;
    private int inFullSwing;
    private long begun;

    /**
     * @param nanos a clock such as that of {@link System#nanoTime}
     * @param replacing whether they come instead of Flink's own
     */
    RunCheckpoints(Checkpoint checkpoint, LongSupplier nanos, boolean replacing) {
        this.checkpoint = checkpoint;
        this.nanos = nanos;
        this.replacing = replacing;
    }

    /** Those of a job that was given to an environment that was {@link #prepare prepared}. */
    static RunCheckpoints of(FlinkRest flink, String jobId, Subject subject) {
        return new RunCheckpoints(() -> flink.takeCheckpoint(jobId, PATIENCE), System::nanoTime, subject.isBrief());
    }

    /** Has a job wait for these, where its run is brief; before it is defined. */
    static void prepare(StreamExecutionEnvironment environment, Subject subject) {
        if (!subject.isBrief()) {
            return;
        }
        Configuration settings = new Configuration();
        settings.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, NEVER);
        environment.configure(settings);
    }

    /** Takes a checkpoint if one is due, and returns when it is complete; called again and again while the run is in full swing. */
    void takeInFullSwing() throws IOException {
        long now = nanos.getAsLong();
        if (replacing && (inFullSwing == 0 || now - begun >= INTERVAL.toNanos())) {
            begun = now;
            inFullSwing++;
            take();
        }
    }

    /** Takes a checkpoint, and returns when it is complete. */
    void take() throws IOException {
        checkpoint.take();
    }

    /** How many of these began in full swing. */
    int inFullSwing() {
        return inFullSwing;
    }

    /** Takes one. */
    @FunctionalInterface
    interface Checkpoint {
        /** Returns when it is complete. */
        void take() throws IOException;
    }
}
