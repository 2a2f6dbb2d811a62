package dev.pennant.stack.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pennant.core.catalogue.WrittenRule;
import dev.pennant.jobs.kafka.FollowedTopic;
import dev.pennant.jobs.kafka.Topics;
import dev.pennant.schemas.EventCodec;
import dev.pennant.schemas.event.AlertRule;
import dev.pennant.stack.StackException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The topic of the rules for alerts: what stands in it is in force. */
public final class AlertRuleTopic {
    private final String bootstrapServers;

    /** The topic of a broker. */
    public AlertRuleTopic(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /** Puts rules in force, each in the place of the one with its id. */
    public void apply(Collection<WrittenRule> rules) throws InterruptedException {
        EventCodec<AlertRule> codec = EventCodec.of(AlertRule.class);
        Map<String, byte[]> messages = new HashMap<>();
        for (WrittenRule written : rules) {
            String id = written.rule().id();
            messages.put(id, codec.encode(new AlertRule(id, written.text())));
        }
        send(messages);
    }

    /** Takes rules back. */
    public void withdraw(Collection<String> ids) throws InterruptedException {
        Map<String, byte[]> messages = new HashMap<>();
        ids.forEach(id -> messages.put(id, null));
        send(messages);
    }

    /** Puts rules in force unless there ever were any: whoever changed them since is not overruled by a restart. */
    public void begin(List<WrittenRule> rules) throws InterruptedException {
        int[] messages = {0};
        try (FollowedTopic topic = new FollowedTopic(Topics.ALERT_RULES.name(), bootstrapServers)) {
            topic.all(message -> messages[0]++);
        }
        if (messages[0] == 0) {
            apply(rules);
        }
    }

    private void send(Map<String, byte[]> messages) throws InterruptedException {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "acks",
                        "all",
                        "delivery.timeout.ms",
                        "30000",
                        "request.timeout.ms",
                        "10000",
                        "max.block.ms",
                        "10000"),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            List<Future<RecordMetadata>> sent = messages.entrySet().stream()
                    .map(message -> producer.send(new ProducerRecord<>(
                            Topics.ALERT_RULES.name(), message.getKey().getBytes(UTF_8), message.getValue())))
                    .toList();
            for (Future<RecordMetadata> delivery : sent) {
                delivery.get();
            }
        } catch (ExecutionException refused) {
            throw new StackException(
                    "The broker at " + bootstrapServers + " did not take the rules: "
                            + refused.getCause().getMessage() + ".",
                    refused);
        }
    }
}
