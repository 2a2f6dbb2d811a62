package dev.pennant.jobs.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * A topic that someone reads whole, beside the streams: only committed records, in the order of their partition, from the beginning. Belongs to
 * one thread.
 */
public final class FollowedTopic implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMillis(100);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private Map<TopicPartition, Long> awaited;

    /** Begins to follow a topic; where it ends now is how far the first {@link #next} reads. */
    public FollowedTopic(String topic, String bootstrapServers) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", bootstrapServers,
                "isolation.level", "read_committed",
                "enable.auto.commit", "false");
        consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        awaited = consumer.endOffsets(partitions);
    }

    /** At first gives all that was there at the beginning, and waits for it; after that gives what has arrived, and waits for nothing. */
    public void next(Consumer<RawRecord> taker) {
        boolean behind = isBehind();
        do {
            consumer.poll(behind ? PATIENCE : Duration.ZERO)
                    .forEach(polled -> taker.accept(RawRecords.recordOf(polled)));
        } while (behind && isBehind());
        awaited = Map.of();
    }

    private boolean isBehind() {
        return awaited.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue());
    }

    @Override
    public void close() {
        consumer.close();
    }
}
