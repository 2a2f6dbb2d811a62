package dev.pennant.stack.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.jobs.kafka.Topic;
import dev.pennant.jobs.kafka.Topics;
import dev.pennant.stack.FreePortBase;
import dev.pennant.stack.Ports;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaBrokerIT {
    private static final Ports PORTS = FreePortBase.find();
    private static final Ports OTHER_PORTS = FreePortBase.find();

    @TempDir
    private Path folder;

    @Test
    void recordsAndTopicsAreThereAgainAfterARestartOnOtherPorts() throws Exception {
        Path kafka = folder.resolve("with a space");
        try (KafkaBroker broker = KafkaBroker.start(kafka, PORTS)) {
            ensureTopics(broker);
            send(broker, "first");
        }
        try (KafkaBroker broker = KafkaBroker.start(kafka, OTHER_PORTS)) {
            ensureTopics(broker);
            assertThat(read(broker)).containsExactly("first");
        }
    }

    private static void ensureTopics(KafkaBroker broker) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            new TopicSetup(admin, Topics.LOCAL_PARTITIONS).ensure(Topics.ALL);
            assertThat(admin.listTopics().names().get())
                    .containsExactlyInAnyOrderElementsOf(
                            Topics.ALL.stream().map(Topic::name).toList());
        }
    }

    private static void send(KafkaBroker broker, String text) throws Exception {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(
                            Topics.ENTERPRISE_REPORTS.name(), null, text.getBytes(StandardCharsets.UTF_8)))
                    .get();
        }
    }

    private static List<String> read(KafkaBroker broker) {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = IntStream.range(0, Topics.LOCAL_PARTITIONS)
                    .mapToObj(partition -> new TopicPartition(Topics.ENTERPRISE_REPORTS.name(), partition))
                    .collect(Collectors.toList());
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            for (ConsumerRecord<byte[], byte[]> found : consumer.poll(Duration.ofSeconds(20))) {
                return List.of(new String(found.value(), StandardCharsets.UTF_8));
            }
            return List.of();
        }
    }
}
