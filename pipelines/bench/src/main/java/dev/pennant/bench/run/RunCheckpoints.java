package dev.pennant.bench.run;

import dev.pennant.stack.flink.FlinkRest;
import java.io.IOException;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The checkpoints of a run: the first as soon as it is in full swing, each further one ten seconds after the one before. Flink's own would begin at a
 * random moment, and of two runs of five seconds each one would have a checkpoint in its window, and the other none.
 */
final class RunCheckpoints {
    private static final Duration INTERVAL = Duration.ofSeconds(10);
    private static final Duration NEVER = Duration.ofDays(1);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Checkpoint checkpoint;
    private final LongSupplier nanos;
    private int inFullSwing;
    private long begun;

    /** @param nanos a clock such as that of {@link System#nanoTime} */
    RunCheckpoints(Checkpoint checkpoint, LongSupplier nanos) {
        this.checkpoint = checkpoint;
        this.nanos = nanos;
    }

    /** Those of a job. */
    static RunCheckpoints of(FlinkRest flink, String jobId) {
        return new RunCheckpoints(() -> flink.takeCheckpoint(jobId, PATIENCE), System::nanoTime);
    }

    /** Has a job wait for these; it must be given to the environment before the job is. */
    static void replaceFlinks(StreamExecutionEnvironment environment) {
        Configuration settings = new Configuration();
        settings.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, NEVER);
        environment.configure(settings);
    }

    /** Takes a checkpoint if one is due, and returns when it is complete; called all the time while the run is in full swing. */
    void takeInFullSwing() throws IOException {
        long now = nanos.getAsLong();
        if (inFullSwing == 0 || now - begun >= INTERVAL.toNanos()) {
            begun = now;
            inFullSwing++;
            take();
        }
    }

    /** Takes a checkpoint, and returns when it is complete. */
    void take() throws IOException {
        checkpoint.take();
    }

    /** How many began in full swing. */
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
