package dev.pennant.stack.kafka;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads topics again, outside of any consumer group. */
public final class TopicReader implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(500);
    private static final int MOST_SILENT_POLLS = 60;

    private final KafkaConsumer<byte[], byte[]> consumer;

    /** A reader of the topics of a broker. */
    public TopicReader(String bootstrapServers) {
        Properties settings = new Properties();
        settings.put("bootstrap.servers", bootstrapServers);
        settings.put("isolation.level", "read_committed");
        settings.put("enable.auto.commit", "false");
        settings.put("auto.offset.reset", "none");
        settings.put("max.poll.records", "5000");
        consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** The first offset that a partition still has. */
    public long first(TopicPartition partition) {
        return consumer.beginningOffsets(List.of(partition)).get(partition);
    }

    /** The offset that the next record of a partition will get, as far as transactions have ended. */
    public long end(TopicPartition partition) {
        return consumer.endOffsets(List.of(partition)).get(partition);
    }

    /**
     * Hands out every record of a partition, from one offset to before another.
     *
     * @throws IOException when Kafka gives no more of them
     */
    public void read(TopicPartition partition, long from, long to, Consumer<ConsumerRecord<byte[], byte[]>> reader)
            throws IOException {
        consumer.assign(List.of(partition));
        consumer.seek(partition, from);
        int silentPolls = 0;
        while (consumer.position(partition) < to) {
            ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
            silentPolls = records.isEmpty() ? silentPolls + 1 : 0;
            if (silentPolls == MOST_SILENT_POLLS) {
                throw new IOException(
                        "Kafka gives no more records of " + partition + ", though there are some before " + to);
            }
            for (ConsumerRecord<byte[], byte[]> record : records) {
                if (record.offset() < to) {
                    reader.accept(record);
                }
            }
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
