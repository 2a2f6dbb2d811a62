package dev.pennant.jobs.clickhouse;

import java.io.Serializable;
import java.time.Duration;

/**
 * When a batch is sent, whichever comes first; a checkpoint sends it in any case.
 *
 * @param rows the most rows of a batch
 * @param bytes about the most bytes of a batch
 * @param delay the longest a row waits for others while the database is quick
 */
record FlushLimits(int rows, long bytes, Duration delay) implements Serializable {
    private static final int PAUSES_PER_BATCH = 4;
    private static final int LONGEST_PAUSE_MILLIS = 1000;

    /** Of batches of half the size a row takes the server a fifth longer. */
    static final FlushLimits USUAL = new FlushLimits(100_000, 16L << 20, Duration.ofMillis(50));

    FlushLimits {
        if (rows < 1 || bytes < 1 || delay.isNegative()) {
            throw new IllegalArgumentException("A batch holds at least one row and one byte, and waits no less than 0");
        }
    }

    /**
     * How long the next batch waits, if it is not full before, after one that took some time: four times as long, so that small batches take a fifth
     * of the time at most, and the busier the database is the larger they are; but never longer than a second.
     */
    static long pauseMillis(long took) {
        return Math.min(PAUSES_PER_BATCH * took, LONGEST_PAUSE_MILLIS);
    }

    boolean reached(int bufferedRows, long bufferedBytes) {
        return bufferedRows >= rows || bufferedBytes >= bytes;
    }
}
