package dev.pennant.bench.retail.oracle;

import dev.pennant.jobs.kafka.Topic;
import dev.pennant.schemas.EventDecodingException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** A topic from its beginning to where it ends now, each partition in order. */
final class WholeTopic {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private WholeTopic() {}

    /** Takes a record. */
    @FunctionalInterface
    interface Reader {
        void read(ConsumerRecord<byte[], byte[]> polled) throws EventDecodingException;
    }

    static void read(Topic topic, String bootstrapServers, Reader reader) throws EventDecodingException {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                10_000);
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(partition -> new TopicPartition(topic.name(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                for (ConsumerRecord<byte[], byte[]> polled : consumer.poll(PATIENCE)) {
                    reader.read(polled);
                }
            }
        }
    }
}
