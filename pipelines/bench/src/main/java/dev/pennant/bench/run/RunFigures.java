package dev.pennant.bench.run;

import java.util.List;
import java.util.Map;

/**
 * What a run came to.
 *
 * @param steady the run in full swing
 * @param whole from the first record read until all is visible and a checkpoint says so (of the floor: until all is read)
 * @param threads CPU seconds of the job's process in full swing, by kind of thread
 * @param rows rows given to each sink, by its name
 * @param checkpoints in order
 * @param checkpointsInFullSwing how many of them were taken in full swing, where they come instead of Flink's own
 */
public record RunFigures(
        Window steady,
        Window whole,
        Map<String, Double> threads,
        Map<String, Long> rows,
        List<Checkpoint> checkpoints,
        int checkpointsInFullSwing) {
    /** How reports name the window of {@link #steady()}. */
    public static final String FULL_SWING =
            "in full swing (" + RunSamples.STEADY_FROM + " to " + RunSamples.STEADY_TO + " %)";

    /** Bytes of state in the last checkpoint, when all had been read. */
    public long stateBytes() {
        return checkpoints.get(checkpoints.size() - 1).bytes();
    }

    /**
     * A complete checkpoint.
     *
     * @param number Flink's
     * @param millis from its trigger to its end
     * @param bytes of state
     */
    public record Checkpoint(long number, long millis, long bytes) {}
}
