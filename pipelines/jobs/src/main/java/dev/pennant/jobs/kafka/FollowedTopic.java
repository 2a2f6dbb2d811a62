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

    /** Begins to follow a topic. */
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
    }

    /** Gives all that is in the topic by now and was not given yet, and waits for it. */
    public void all(Consumer<RawRecord> taker) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            take(PATIENCE, taker);
        }
    }

    /** Gives what has arrived here and was not given yet, and waits for nothing. */
    public void arrived(Consumer<RawRecord> taker) {
        take(Duration.ZERO, taker);
    }

    private void take(Duration patience, Consumer<RawRecord> taker) {
        consumer.poll(patience).forEach(polled -> taker.accept(RawRecords.recordOf(polled)));
    }

    @Override
    public void close() {
        consumer.close();
    }
}
