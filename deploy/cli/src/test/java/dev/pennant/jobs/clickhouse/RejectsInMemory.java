package dev.pennant.jobs.clickhouse;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Keeps what the jobs of a test reject in this process, where the local Flink runs too. */
final class RejectsInMemory implements RejectDestination {
    static final Queue<RejectedRow> ROWS = new ConcurrentLinkedQueue<>();

    @Override
    public void reject(RejectedRow row) {
        ROWS.add(row);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
