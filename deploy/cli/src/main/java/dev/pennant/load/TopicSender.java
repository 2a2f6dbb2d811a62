package dev.pennant.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pennant.jobs.kafka.Partitions;
import dev.pennant.jobs.kafka.Topic;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Takes events to a topic of Kafka. The partition follows from the message's owner, whatever its key. */
public final class TopicSender implements EventSender, AutoCloseable {
    private final String topic;
    private final int partitions;
    private final RecordSender records;

    private TopicSender(String bootstrapServers, String topic, int partitions) {
        this.topic = topic;
        this.partitions = partitions;
        this.records = new RecordSender(bootstrapServers);
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
        records.send(new ProducerRecord<>(
                topic,
                Partitions.of(message.owner().getBytes(UTF_8), partitions),
                message.key().getBytes(UTF_8),
                message.payload()));
    }

    @Override
    public void awaitDelivery() {
        records.awaitDelivery();
    }

    @Override
    public long acknowledged() {
        return records.acknowledged();
    }

    @Override
    public void close() {
        records.close();
    }

    private static int partitions(String topic, String bootstrapServers) {
        Map<String, Object> settings = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, RecordSender.PATIENCE_MILLIS,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, RecordSender.PATIENCE_MILLIS);
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
}
