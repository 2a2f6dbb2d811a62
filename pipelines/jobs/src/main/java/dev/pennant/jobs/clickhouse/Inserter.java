package dev.pennant.jobs.clickhouse;

import java.util.List;

/** One attempt to write one batch. */
interface Inserter extends AutoCloseable {
    /**
     * Returns when all rows are in the database, and says how many bytes they took.
     *
     * @throws InsertFailure when they may not all be; some may be then, which does no harm, since rows replace themselves
     */
    long insert(List<Row> rows) throws InsertFailure;

    @Override
    void close();
}
