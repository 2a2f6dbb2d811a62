package dev.pennant.jobs.clickhouse;

import java.io.IOException;
import java.io.Serializable;
import java.time.InstantSource;

/** Where rows go that the database refuses. */
public interface RejectDestination extends AutoCloseable {
    /** Takes one row over; it may be safe only after the next {@link #flush}. */
    void reject(RejectedRow row) throws IOException, InterruptedException;

    /** Returns when every row taken over is safe, and fails when one is not. */
    void flush() throws IOException, InterruptedException;

    @Override
    void close() throws IOException;

    /**
     * Who rejects.
     *
     * @param job the job's name
     * @param subtask the number of the sink's subtask
     * @param clock the task's processing time
     */
    record Origin(String job, int subtask, InstantSource clock) {}

    /** Opens the way out on the task manager. */
    @FunctionalInterface
    interface Factory extends Serializable {
        RejectDestination open(Origin origin) throws IOException;
    }
}
