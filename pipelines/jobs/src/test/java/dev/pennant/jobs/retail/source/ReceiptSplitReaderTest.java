package dev.pennant.jobs.retail.source;

import static dev.pennant.jobs.retail.source.SampleRecords.NOW;
import static dev.pennant.jobs.retail.source.SampleRecords.RULES;
import static dev.pennant.jobs.retail.source.SampleRecords.TOPIC;
import static dev.pennant.jobs.retail.source.SampleRecords.receipt;
import static dev.pennant.jobs.retail.source.SampleRecords.record;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.flink.connector.base.source.reader.RecordsWithSplitIds;
import org.apache.flink.connector.base.source.reader.splitreader.SplitsAddition;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.internals.AutoOffsetResetStrategy;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.SimpleRecord;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ReceiptSplitReaderTest {
    private static final int MOST_ROWS = 100;
    private static final TopicPartition PARTITION = new TopicPartition(TOPIC, 2);

    private final MockConsumer<ByteBuffer, Object> consumer =
            new MockConsumer<>(AutoOffsetResetStrategy.EARLIEST.name());
    private final AtomicLong pending = new AtomicLong();
    private final ReceiptSplitReader reader = reader();

    @BeforeEach
    void thePartitionIsAssigned() {
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
        reader.handleSplitsChanges(new SplitsAddition<>(List.of(new KafkaPartitionSplit(PARTITION, 0))));
    }

    @Test
    void whatALogThatLostItsTailBringsAtOldOffsetsIsReadToo() {
        append(0, 100);
        append(1, 200);
        append(2, 300);
        assertThat(batches()).containsExactly("next 3: 100 200 300");

        consumer.seek(PARTITION, 1);
        append(1, 400);

        assertThat(batches()).containsExactly("next 2: 400");
    }

    @Test
    void offsetsWithoutRecordsArePassedOnce() {
        append(0, 100);
        assertThat(batches()).containsExactly("next 1: 100");

        consumer.seek(PARTITION, 5);

        assertThat(batches()).containsExactly("next 5:");
        assertThat(batches()).isEmpty();
    }

    /** The batches of one poll with records or new offsets; not the one that says that all is read. */
    private List<String> batches() {
        consumer.updateEndOffsets(Map.of(PARTITION, 1_000L));
        RecordsWithSplitIds<ReceiptBatch> poll = reader.fetch();
        List<String> told = new ArrayList<>();
        while (poll.nextSplit() != null) {
            for (ReceiptBatch batch = poll.nextRecordFromSplit(); batch != null; batch = poll.nextRecordFromSplit()) {
                told.add(told(batch));
            }
        }
        poll.recycle();
        return told;
    }

    private static String told(ReceiptBatch batch) {
        StringBuilder amounts = new StringBuilder("next " + batch.nextOffset() + ":");
        for (int row = batch.firstRow(); row < batch.endRow(); row++) {
            amounts.append(' ').append(batch.columns().amounts()[row]);
        }
        return amounts.toString();
    }

    private void append(long offset, long fen) {
        SimpleRecord record = record(receipt("S1", fen, fen));
        consumer.addRecord(new ConsumerRecord<>(
                TOPIC,
                PARTITION.partition(),
                offset,
                NOW.toEpochMilli(),
                TimestampType.LOG_APPEND_TIME,
                record.key().remaining(),
                record.value().remaining(),
                record.key(),
                record.value(),
                new RecordHeaders(),
                Optional.empty()));
    }

    private ReceiptSplitReader reader() {
        StoreNumbers stores = new StoreNumbers();
        ReceiptJudge judge = new ReceiptJudge(stores, RULES, "retail", Clock.fixed(NOW, ZoneOffset.UTC));
        return new ReceiptSplitReader(
                consumer,
                new ReceiptDeserializers(new ReceiptDecoder(stores, RULES), MOST_ROWS),
                MOST_ROWS,
                new ReceiptBatches(judge, stores, RULES.bounds()),
                new ConcurrentLinkedQueue<>(),
                pending);
    }
}
