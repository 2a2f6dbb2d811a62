package dev.pennant.jobs.retail.source;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.apache.flink.connector.base.source.reader.RecordsWithSplitIds;
import org.apache.flink.connector.base.source.reader.splitreader.SplitReader;
import org.apache.flink.connector.base.source.reader.splitreader.SplitsChange;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;

/**
 * Reads partitions of the receipts with one consumer, and makes a batch of what each poll brings of each. The batch goes up to the consumer's
 * position, which also passes what the consumer does not show: offsets that compaction or a transaction left empty.
 */
final class ReceiptSplitReader implements SplitReader<ReceiptBatch, KafkaPartitionSplit> {
    /** So long a poll waits on a silent topic; it is woken for everything else. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final KafkaConsumer<ByteBuffer, Object> consumer;
    private final ReceiptDeserializers deserializers;
    private final ReceiptBatches batches;
    private final int mostRows;
    private final Queue<ReceiptColumns> pool;
    private final AtomicLong pending;

    private final Map<TopicPartition, Long> told = new HashMap<>();
    private final Map<TopicPartition, Long> stops = new HashMap<>();

    /**
     * @param properties the consumer's, with the most records of one poll
     * @param pool columns that are free
     * @param pending is told how many offsets were yet to be read at the latest poll
     */
    ReceiptSplitReader(
            Properties properties,
            ReceiptDecoder decoder,
            ReceiptBatches batches,
            Queue<ReceiptColumns> pool,
            AtomicLong pending) {
        this.mostRows = Integer.parseInt(properties.getProperty("max.poll.records"));
        this.deserializers = new ReceiptDeserializers(decoder, mostRows);
        this.consumer = new KafkaConsumer<>(properties, deserializers.ofKeys(), deserializers.ofValues());
        this.batches = batches;
        this.pool = pool;
        this.pending = pending;
    }

    @Override
    public RecordsWithSplitIds<ReceiptBatch> fetch() {
        ReceiptColumns free = pool.poll();
        ReceiptColumns columns = free == null ? new ReceiptColumns(mostRows) : free;
        ReceiptPoll poll = new ReceiptPoll(columns, pool);
        deserializers.fill(columns);
        ConsumerRecords<ByteBuffer, Object> records = poll();
        long behind = 0;
        for (TopicPartition partition : consumer.assignment()) {
            addBatch(partition, records.records(partition), columns, poll);
            behind += consumer.currentLag(partition).orElse(0);
        }
        pending.set(behind);
        poll.finish(finished());
        return poll;
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
        Long stop = stops.get(partition);
        if (stop != null && position > stop) {
            position = stop;
            int end = records.size();
            while (end > 0 && records.get(end - 1).offset() >= stop) {
                end--;
            }
            records = records.subList(0, end);
        }
        if (position > told.get(partition)) {
            told.put(partition, position);
            poll.add(
                    KafkaPartitionSplit.toSplitId(partition),
                    batches.batch(partition.partition(), position, records, columns));
        }
    }

    /** The splits that were read up to where they stop; they are read no more. */
    private Set<String> finished() {
        Set<TopicPartition> ended = new HashSet<>();
        stops.forEach((partition, stop) -> {
            if (position(partition) >= stop) {
                ended.add(partition);
            }
        });
        if (ended.isEmpty()) {
            return Set.of();
        }
        Set<TopicPartition> rest = new HashSet<>(consumer.assignment());
        rest.removeAll(ended);
        consumer.assign(rest);
        stops.keySet().removeAll(ended);
        told.keySet().removeAll(ended);
        Set<String> splits = new HashSet<>();
        ended.forEach(partition -> splits.add(KafkaPartitionSplit.toSplitId(partition)));
        return splits;
    }

    @Override
    public void handleSplitsChanges(SplitsChange<KafkaPartitionSplit> change) {
        Set<TopicPartition> assignment = new HashSet<>(consumer.assignment());
        change.splits().forEach(split -> assignment.add(split.getTopicPartition()));
        consumer.assign(assignment);
        for (KafkaPartitionSplit split : change.splits()) {
            TopicPartition partition = split.getTopicPartition();
            start(partition, split.getStartingOffset());
            told.put(partition, position(partition));
            split.getStoppingOffset().ifPresent(stop -> stops.put(partition, stop(partition, stop)));
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

    /** Where a split has a mark below zero as its stop, it stops at the present end. */
    private long stop(TopicPartition partition, long offset) {
        return offset >= 0
                ? offset
                : despiteWakeUp(() -> consumer.endOffsets(List.of(partition))).get(partition);
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
