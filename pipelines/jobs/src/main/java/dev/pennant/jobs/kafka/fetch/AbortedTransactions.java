package dev.pennant.jobs.kafka.fetch;

import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import org.apache.kafka.common.message.FetchResponseData.AbortedTransaction;
import org.apache.kafka.common.record.ControlRecordType;
import org.apache.kafka.common.record.Record;
import org.apache.kafka.common.record.RecordBatch;

/** Tells which batches belong to a transaction that was aborted. It is asked once for each batch of an answer, in their order. */
final class AbortedTransactions {
    private final Queue<AbortedTransaction> ahead =
            new PriorityQueue<>(Comparator.comparingLong(AbortedTransaction::firstOffset));
    private final Set<Long> producers = new HashSet<>();

    /** @param aborted as the broker answered, or null */
    AbortedTransactions(List<AbortedTransaction> aborted) {
        if (aborted != null) {
            ahead.addAll(aborted);
        }
    }

    /** Whether a batch is of one. */
    boolean include(RecordBatch batch) {
        while (!ahead.isEmpty() && ahead.element().firstOffset() <= batch.lastOffset()) {
            producers.add(ahead.remove().producerId());
        }
        if (producers.isEmpty()) {
            return false;
        }
        if (isAbort(batch)) {
            producers.remove(batch.producerId());
            return true;
        }
        return batch.isTransactional() && producers.contains(batch.producerId());
    }

    /** Compaction may leave a batch of control records empty. */
    private static boolean isAbort(RecordBatch batch) {
        Iterator<Record> records = batch.isControlBatch() ? batch.iterator() : Collections.emptyIterator();
        return records.hasNext() && ControlRecordType.parse(records.next().key()) == ControlRecordType.ABORT;
    }
}
