package dev.pennant.jobs.clickhouse;

import java.io.Serializable;
import java.time.Duration;

/**
 * When a batch is sent, whichever comes first; a checkpoint sends it in any case.
 *
 * @param rows the most rows of a batch
 * @param bytes about the most bytes of a batch
 * @param delay the longest a row waits for others
 */
record FlushLimits(int rows, long bytes, Duration delay) implements Serializable {
    static final FlushLimits USUAL = new FlushLimits(50_000, 8L << 20, Duration.ofMillis(100));

    FlushLimits {
        if (rows < 1 || bytes < 1 || delay.isNegative()) {
            throw new IllegalArgumentException("A batch holds at least one row and one byte, and waits no less than 0");
        }
    }

    boolean reached(int bufferedRows, long bufferedBytes) {
        return bufferedRows >= rows || bufferedBytes >= bytes;
    }
}
