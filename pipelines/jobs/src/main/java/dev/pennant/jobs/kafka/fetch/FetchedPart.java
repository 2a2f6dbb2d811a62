package dev.pennant.jobs.kafka.fetch;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.message.FetchResponseData.AbortedTransaction;
import org.apache.kafka.common.record.MemoryRecords;
import org.apache.kafka.common.record.RecordBatch;

/** What one answer of a broker brought of a partition, to be gone through once. */
public final class FetchedPart {
    private final TopicPartition partition;
    private final long from;
    private final byte[] bytes;
    private final List<RecordBatch> batches = new ArrayList<>();
    private final AbortedTransactions aborted;
    private int gone;

    /** Where the next batch begins. */
    private int at;

    /** Those that are left of a batch that was begun, or null. */
    private BatchRecords records;

    /**
     * @param from the first offset that was asked for; the first batch may begin before it
     * @param records whole batches
     * @param aborted the transactions that were aborted, as the broker answered; or null
     */
    public FetchedPart(TopicPartition partition, long from, MemoryRecords records, List<AbortedTransaction> aborted) {
        ByteBuffer buffer = records.buffer();
        this.partition = partition;
        this.from = from;
        this.bytes = buffer.array();
        this.at = buffer.arrayOffset() + buffer.position();
        this.aborted = new AbortedTransactions(aborted);
        records.batches().forEach(batches::add);
    }

    /** The last batch, if there is any. */
    Optional<RecordBatch> last() {
        return batches.isEmpty() ? Optional.empty() : Optional.of(batches.get(batches.size() - 1));
    }

    /** The partition. */
    public TopicPartition partition() {
        return partition;
    }

    /** Whether something was not given yet. */
    public boolean hasNext() {
        return records != null || gone < batches.size();
    }

    /**
     * Gives the next committed records to someone, in their order, from the first offset on that was asked for.
     *
     * @param most so many at the most
     * @return the offset behind them and behind what was passed, which is not before the first that was asked for
     * @throws org.apache.kafka.common.errors.CorruptRecordException where bytes are not those that were sent
     */
    public long next(int most, RecordVisitor visitor) {
        int left = most;
        long nextOffset = from;
        while (left > 0 && hasNext()) {
            if (records == null) {
                nextOffset = begin(batches.get(gone++));
            }
            if (records != null) {
                left -= records.next(from, left, visitor);
                nextOffset = Math.max(from, records.nextOffset());
                records = records.hasNext() ? records : null;
            }
        }
        return nextOffset;
    }

    /** Leaves what was not given yet. */
    public void leave() {
        if (records != null) {
            records.leave();
        }
    }

    /** Begins with the records of a batch, if it has some to give, and says where the next one begins. */
    private long begin(RecordBatch batch) {
        int start = at;
        at += batch.sizeInBytes();
        batch.ensureValid();
        if (!aborted.include(batch) && !batch.isControlBatch()) {
            records = new BatchRecords(batch, bytes, start);
            records = records.hasNext() ? records : null;
        }
        return batch.nextOffset();
    }
}
