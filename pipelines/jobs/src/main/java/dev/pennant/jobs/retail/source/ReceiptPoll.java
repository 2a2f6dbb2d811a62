package dev.pennant.jobs.retail.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import org.apache.flink.connector.base.source.reader.RecordsWithSplitIds;

/** What one poll brought: at most one batch a split, and maybe one more that says that all is read. Its columns are given back when all of them were taken. */
final class ReceiptPoll implements RecordsWithSplitIds<ReceiptBatch> {
    private final List<String> splits = new ArrayList<>();
    private final List<ReceiptBatch> batches = new ArrayList<>();
    private final ReceiptColumns columns;
    private final Queue<ReceiptColumns> pool;
    private int split = -1;
    private boolean taken;

    /** @param pool where the columns go back */
    ReceiptPoll(ReceiptColumns columns, Queue<ReceiptColumns> pool) {
        this.columns = columns;
        this.pool = pool;
    }

    void add(String split, ReceiptBatch batch) {
        splits.add(split);
        batches.add(batch);
    }

    @Override
    public String nextSplit() {
        split++;
        taken = false;
        return split < splits.size() ? splits.get(split) : null;
    }

    @Override
    public ReceiptBatch nextRecordFromSplit() {
        if (taken) {
            return null;
        }
        taken = true;
        return batches.get(split);
    }

    @Override
    public Set<String> finishedSplits() {
        return Set.of();
    }

    @Override
    public void recycle() {
        columns.clear();
        pool.add(columns);
    }
}
