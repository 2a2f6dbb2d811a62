package dev.pennant.jobs.retail.source;

import dev.pennant.jobs.kafka.fetch.BatchFetcher;
import dev.pennant.jobs.kafka.fetch.FetchedPart;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.flink.connector.base.source.reader.RecordsWithSplitIds;
import org.apache.flink.connector.base.source.reader.splitreader.SplitReader;
import org.apache.flink.connector.base.source.reader.splitreader.SplitsChange;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.kafka.common.TopicPartition;

/**
 * Reads partitions of the receipts, and makes a batch of what is fetched of each. When it has read all that there
 * was of the partitions it has, it says so once, in a batch without records.
 */
final class ReceiptSplitReader implements SplitReader<ReceiptBatch, KafkaPartitionSplit> {
    /** So long it waits on a silent topic; it is woken for everything else. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final BatchFetcher fetcher;
    private final ReceiptBatches batches;
    private final int mostRecords;
    private final Queue<ReceiptColumns> pool;
    private final AtomicLong pending;

    private final Queue<FetchedPart> fetched = new ArrayDeque<>();
    private final Map<TopicPartition, Long> told = new HashMap<>();
    private boolean toldUpToDate;

    /**
     * @param mostRecords so many records become a poll
     * @param pool columns that are free
     * @param pending is told how many offsets were yet to be read
     */
    ReceiptSplitReader(
            BatchFetcher fetcher,
            int mostRecords,
            ReceiptBatches batches,
            Queue<ReceiptColumns> pool,
            AtomicLong pending) {
        this.fetcher = fetcher;
        this.mostRecords = mostRecords;
        this.batches = batches;
        this.pool = pool;
        this.pending = pending;
    }

    static ReceiptSplitReader of(
            Properties properties, ReceiptBatches batches, Queue<ReceiptColumns> pool, AtomicLong pending) {
        int mostRecords = Integer.parseInt(properties.getProperty("max.poll.records"));
        return new ReceiptSplitReader(new BatchFetcher(properties), mostRecords, batches, pool, pending);
    }

    @Override
    public RecordsWithSplitIds<ReceiptBatch> fetch() {
        ReceiptColumns free = pool.poll();
        ReceiptColumns columns = free == null ? new ReceiptColumns(mostRecords) : free;
        ReceiptPoll poll = new ReceiptPoll(columns, pool);
        fetched.addAll(arrived());
        for (int left = mostRecords; left > 0 && !fetched.isEmpty(); ) {
            left -= add(fetched.element(), left, columns, poll);
            if (!fetched.element().hasNext()) {
                fetched.remove();
            }
        }
        if (fetched.isEmpty()) {
            told.keySet().forEach(partition -> passEmptyOffsets(partition, columns, poll));
        }
        if (measurePending() && !toldUpToDate) {
            toldUpToDate = true;
            TopicPartition any = told.keySet().iterator().next();
            poll.add(
                    KafkaPartitionSplit.toSplitId(any), ReceiptBatch.upToDate(any.partition(), told.get(any), columns));
        }
        return poll;
    }

    /** While an answer or less is left to be worked on the brokers are asked for more, but no longer waited for. */
    private List<FetchedPart> arrived() {
        if (fetched.isEmpty()) {
            return fetcher.poll(PATIENCE);
        }
        return fetched.size() <= told.size() ? fetcher.poll(Duration.ZERO) : fetcher.arrived();
    }

    /** Adds what comes next of a part, and says how many records that are. */
    private int add(FetchedPart part, int mostRecords, ReceiptColumns columns, ReceiptPoll poll) {
        ReceiptBatch batch = batches.next(part, mostRecords, columns);
        fetcher.consumed(part.partition().topic(), batch.records());
        tell(part.partition(), batch, poll);
        return batch.records();
    }

    /**
     * Tells of offsets that have no records, or none any more; and of a log that goes on below what was read, as one that lost its tail does. Where
     * a partition begins goes without saying.
     */
    private void passEmptyOffsets(TopicPartition partition, ReceiptColumns columns, ReceiptPoll poll) {
        long next = fetcher.next(partition);
        long before = told.get(partition);
        if (next >= 0 && before < 0) {
            told.put(partition, next);
        } else if (next >= 0 && next != before) {
            tell(partition, ReceiptBatch.empty(partition.partition(), next, columns), poll);
        }
    }

    private void tell(TopicPartition partition, ReceiptBatch batch, ReceiptPoll poll) {
        told.put(partition, batch.nextOffset());
        poll.add(KafkaPartitionSplit.toSplitId(partition), batch);
    }

    /** Measures what is pending, and says whether it is nothing in all partitions: what the broker has not told of yet is not known to be. */
    private boolean measurePending() {
        long behind = 0;
        boolean allRead = !told.isEmpty();
        for (Map.Entry<TopicPartition, Long> partition : told.entrySet()) {
            OptionalLong end = fetcher.end(partition.getKey());
            long left = Math.max(0, end.orElse(partition.getValue()) - partition.getValue());
            allRead &= end.isPresent() && left == 0;
            behind += left;
        }
        pending.set(behind);
        return allRead;
    }

    @Override
    public void handleSplitsChanges(SplitsChange<KafkaPartitionSplit> change) {
        toldUpToDate = false;
        for (KafkaPartitionSplit split : change.splits()) {
            TopicPartition partition = split.getTopicPartition();
            // Where a split has no offset yet it has a mark below zero, of the earliest one: the source starts nowhere
            // else.
            fetcher.assign(partition, split.getStartingOffset());
            told.put(partition, split.getStartingOffset());
        }
    }

    @Override
    public void wakeUp() {
        fetcher.wakeup();
    }

    @Override
    public void close() {
        fetched.forEach(FetchedPart::leave);
        fetcher.close();
    }
}
