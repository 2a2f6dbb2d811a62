package dev.pennant.jobs.kafka.fetch;

import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** Asks for the earliest offsets of partitions, by a consumer that is there once something is asked. */
final class EarliestOffsets implements AutoCloseable {
    /** All partitions wait so long for one whose leader does not answer; then it is asked again. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Properties properties = new Properties();
    private volatile KafkaConsumer<byte[], byte[]> consumer;

    /** @param properties a consumer's */
    EarliestOffsets(Properties properties) {
        this.properties.putAll(FetchConnections.ofBytes(properties));
        this.properties.setProperty("default.api.timeout.ms", Long.toString(PATIENCE.toMillis()));
        this.properties.setProperty("client.id", properties.getProperty("client.id", "") + "-earliest");
    }

    /**
     * The earliest offset of a partition.
     *
     * @throws org.apache.kafka.common.errors.TimeoutException when it cannot be had for now
     * @throws org.apache.kafka.common.errors.WakeupException when it was woken
     */
    long earliest(TopicPartition partition) {
        if (consumer == null) {
            consumer = new KafkaConsumer<>(properties);
        }
        return consumer.beginningOffsets(List.of(partition)).get(partition);
    }

    /** Ends a question that waits, or else the next one. */
    void wakeup() {
        KafkaConsumer<byte[], byte[]> asked = consumer;
        if (asked != null) {
            asked.wakeup();
        }
    }

    @Override
    public void close() {
        if (consumer != null) {
            consumer.close();
        }
    }
}
