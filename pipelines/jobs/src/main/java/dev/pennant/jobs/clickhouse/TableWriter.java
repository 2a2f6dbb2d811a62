package dev.pennant.jobs.clickhouse;

import java.io.IOException;
import java.util.List;

/**
 * Writes rows into one ClickHouse table outside of a pipeline, for what is worth one attempt and no more: what fails is the caller's, who need not try
 * again. Not for two threads at once.
 *
 * @param <T> a row, immutable
 */
public final class TableWriter<T> implements AutoCloseable {
    private final TableMapping<T> mapping;
    private final Inserter inserter;

    /** A writer into the mapping's table; it connects when there is something to write. */
    public TableWriter(TableMapping<T> mapping, ClickHouseAccess access) {
        this.mapping = mapping;
        this.inserter = new NativeInserter(access, mapping.table(), mapping.columns(), Ticker.SYSTEM);
    }

    /**
     * Writes all of it in one insert.
     *
     * @throws IOException with the database's reason when it may not be there
     */
    public void write(List<T> elements) throws IOException {
        try {
            inserter.insert(elements.stream()
                    .flatMap(element -> mapping.rowsOf(element).stream())
                    .toList());
        } catch (InsertFailure failure) {
            throw new IOException(failure.getMessage(), failure);
        }
    }

    @Override
    public void close() {
        inserter.close();
    }
}
