package dev.pennant.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pennant.jobs.kafka.Partitions;
import dev.pennant.jobs.kafka.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Takes events to a topic of Kafka, each exactly once as far as the broker acknowledges, in large batches. The partition follows from the
 * message's owner, whatever its key.
 */
public final class TopicSender implements EventSender, AutoCloseable {
    private static final String PATIENCE_MILLIS = "10000";
    private static final String DELIVERY_MILLIS = "30000";

    private final String bootstrapServers;
    private final String topic;
    private final int partitions;
    private final KafkaProducer<byte[], byte[]> producer;
    private final AtomicLong acknowledged = new AtomicLong();
    private final AtomicReference<Exception> failure = new AtomicReference<>();

    private TopicSender(String bootstrapServers, String topic, int partitions) {
        this.bootstrapServers = bootstrapServers;
        this.topic = topic;
        this.partitions = partitions;
        this.producer =
                new KafkaProducer<>(settings(bootstrapServers), new ByteArraySerializer(), new ByteArraySerializer());
    }

    /**
     * Connects to a topic that exists.
     *
     * @throws UndeliveredException when no broker answers within ten seconds, or it has no such topic
     */
    public static TopicSender to(Topic topic, String bootstrapServers) {
        return new TopicSender(bootstrapServers, topic.name(), partitions(topic.name(), bootstrapServers));
    }

    @Override
    public void send(Message message) {
        throwFailure();
        ProducerRecord<byte[], byte[]> kafkaRecord = new ProducerRecord<>(
                topic,
                Partitions.of(message.owner().getBytes(UTF_8), partitions),
                message.key().getBytes(UTF_8),
                message.payload());
        try {
            Future<RecordMetadata> unused = producer.send(kafkaRecord, (metadata, failed) -> {
                if (failed == null) {
                    acknowledged.incrementAndGet();
                } else {
                    failure.compareAndSet(null, failed);
                }
            });
        } catch (KafkaException refused) {
            failure.compareAndSet(null, refused);
            throwFailure();
        }
    }

    @Override
    public void awaitDelivery() {
        producer.flush();
        throwFailure();
    }

    @Override
    public long acknowledged() {
        return acknowledged.get();
    }

    @Override
    public void close() {
        if (failure.get() == null) {
            producer.close();
        } else {
            // What is still under way has nobody to take it; to wait for it would only hold back the bad news.
            producer.close(Duration.ZERO);
        }
    }

    private void throwFailure() {
        Exception failed = failure.get();
        if (failed != null) {
            throw new UndeliveredException(
                    "the broker at " + bootstrapServers + " stopped taking events after " + acknowledged.get() + " ("
                            + failed.getMessage() + ")",
                    failed);
        }
    }

    private static int partitions(String topic, String bootstrapServers) {
        Map<String, Object> settings = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        try (Admin admin = Admin.create(settings)) {
            return admin.describeTopics(List.of(topic))
                    .topicNameValues()
                    .get(topic)
                    .get()
                    .partitions()
                    .size();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof UnknownTopicOrPartitionException) {
                throw new UndeliveredException(
                        "the broker at " + bootstrapServers + " has no topic " + topic + "; `pennant up` makes it",
                        failed);
            }
            throw unreachable(bootstrapServers, failed);
        } catch (KafkaException failed) {
            throw unreachable(bootstrapServers, failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptException(interrupted);
        }
    }

    private static UndeliveredException unreachable(String bootstrapServers, Exception cause) {
        return new UndeliveredException(
                "no Kafka broker answers at " + bootstrapServers + "; is the stack up (`pennant status`)?", cause);
    }

    private static Map<String, Object> settings(String bootstrapServers) {
        return Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true,
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.LINGER_MS_CONFIG,
                "20",
                ProducerConfig.BATCH_SIZE_CONFIG,
                Integer.toString(256 << 10),
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                "lz4",
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                PATIENCE_MILLIS,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                PATIENCE_MILLIS,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                DELIVERY_MILLIS);
    }
}
