package dev.pennant.jobs.retail.source;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.apache.flink.connector.base.source.reader.RecordsWithSplitIds;
import org.apache.flink.connector.base.source.reader.splitreader.SplitReader;
import org.apache.flink.connector.base.source.reader.splitreader.SplitsChange;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;

/**
 * Reads partitions of the receipts with one consumer, and makes a batch of what each poll brings of each. The batch goes up to the consumer's
 * position, which also passes what the consumer does not show: offsets that compaction or a transaction left empty. When it has read all that there
 * was of the partitions it has, it says so once, in a batch without records.
 */
final class ReceiptSplitReader implements SplitReader<ReceiptBatch, KafkaPartitionSplit> {
    /** So long a poll waits on a silent topic; it is woken for everything else. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Consumer<ByteBuffer, Object> consumer;
    private final ReceiptDeserializers deserializers;
    private final ReceiptBatches batches;
    private final int mostRows;
    private final Queue<ReceiptColumns> pool;
    private final AtomicLong pending;

    private final Map<TopicPartition, Long> told = new HashMap<>();
    private boolean toldUpToDate;

    /** @param consumer calls the deserializers, and brings no more than so many records a poll */
    ReceiptSplitReader(
            Consumer<ByteBuffer, Object> consumer,
            ReceiptDeserializers deserializers,
            int mostRows,
            ReceiptBatches batches,
            Queue<ReceiptColumns> pool,
            AtomicLong pending) {
        this.consumer = consumer;
        this.deserializers = deserializers;
        this.mostRows = mostRows;
        this.batches = batches;
        this.pool = pool;
        this.pending = pending;
    }

    /**
     * One with a consumer of its own.
     *
     * @param properties the consumer's, with the most records of one poll
     * @param pool columns that are free
     * @param pending is told how many offsets were yet to be read at the latest poll
     */
    static ReceiptSplitReader of(
            Properties properties,
            ReceiptDecoder decoder,
            ReceiptBatches batches,
            Queue<ReceiptColumns> pool,
            AtomicLong pending) {
        int mostRows = Integer.parseInt(properties.getProperty("max.poll.records"));
        ReceiptDeserializers deserializers = new ReceiptDeserializers(decoder, mostRows);
        return new ReceiptSplitReader(
                new KafkaConsumer<>(properties, deserializers.ofKeys(), deserializers.ofValues()),
                deserializers,
                mostRows,
                batches,
                pool,
                pending);
    }

    @Override
    public RecordsWithSplitIds<ReceiptBatch> fetch() {
        ReceiptColumns free = pool.poll();
        ReceiptColumns columns = free == null ? new ReceiptColumns(mostRows) : free;
        ReceiptPoll poll = new ReceiptPoll(columns, pool);
        deserializers.fill(columns);
        ConsumerRecords<ByteBuffer, Object> records = poll();
        for (TopicPartition partition : consumer.assignment()) {
            addBatch(partition, records.records(partition), columns, poll);
        }
        if (measurePending() && !toldUpToDate) {
            toldUpToDate = true;
            TopicPartition any = consumer.assignment().iterator().next();
            poll.add(
                    KafkaPartitionSplit.toSplitId(any), ReceiptBatch.upToDate(any.partition(), position(any), columns));
        }
        return poll;
    }

    /** Measures what is pending, and says whether it is nothing in all partitions: what the broker has not told of yet is not known to be. */
    private boolean measurePending() {
        long behind = 0;
        boolean allRead = !consumer.assignment().isEmpty();
        for (TopicPartition partition : consumer.assignment()) {
            OptionalLong lag = consumer.currentLag(partition);
            allRead &= lag.isPresent() && lag.getAsLong() <= 0;
            behind += lag.orElse(0);
        }
        pending.set(behind);
        return allRead;
    }

    private ConsumerRecords<ByteBuffer, Object> poll() {
        try {
            return consumer.assignment().isEmpty() ? ConsumerRecords.empty() : consumer.poll(PATIENCE);
        } catch (WakeupException woken) {
            return ConsumerRecords.empty();
        }
    }

    private void addBatch(
            TopicPartition partition,
            List<ConsumerRecord<ByteBuffer, Object>> records,
            ReceiptColumns columns,
            ReceiptPoll poll) {
        long position = position(partition);
        // Records may stand at offsets that were read before: a log whose tail was lost goes on below them.
        if (!records.isEmpty() || position > told.get(partition)) {
            told.put(partition, position);
            poll.add(
                    KafkaPartitionSplit.toSplitId(partition),
                    batches.batch(partition.partition(), position, records, columns));
        }
    }

    @Override
    public void handleSplitsChanges(SplitsChange<KafkaPartitionSplit> change) {
        Set<TopicPartition> assignment = new HashSet<>(consumer.assignment());
        change.splits().forEach(split -> assignment.add(split.getTopicPartition()));
        consumer.assign(assignment);
        toldUpToDate = false;
        for (KafkaPartitionSplit split : change.splits()) {
            TopicPartition partition = split.getTopicPartition();
            start(partition, split.getStartingOffset());
            told.put(partition, position(partition));
        }
    }

    /** Where a split has no offset yet it has a mark below zero, of the earliest one: the source starts nowhere else. */
    private void start(TopicPartition partition, long offset) {
        if (offset >= 0) {
            consumer.seek(partition, offset);
        } else {
            consumer.seekToBeginning(List.of(partition));
        }
    }

    private long position(TopicPartition partition) {
        return despiteWakeUp(() -> consumer.position(partition));
    }

    /** A wake-up that came too late for a poll ends the next question instead, which then is asked again. */
    private static <T> T despiteWakeUp(Supplier<T> question) {
        try {
            return question.get();
        } catch (WakeupException woken) {
            return question.get();
        }
    }

    @Override
    public void wakeUp() {
        consumer.wakeup();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
