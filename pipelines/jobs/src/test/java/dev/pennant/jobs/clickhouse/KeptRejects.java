package dev.pennant.jobs.clickhouse;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Keeps rejected rows in memory. */
final class KeptRejects implements RejectDestination {
    final List<RejectedRow> rows = new ArrayList<>();
    int safe;
    boolean lost;
    boolean closed;

    @Override
    public void reject(RejectedRow row) {
        rows.add(row);
    }

    @Override
    public void flush() throws IOException {
        if (lost) {
            throw new IOException("the dead letters are away");
        }
        safe = rows.size();
    }

    @Override
    public void close() {
        closed = true;
    }
}
