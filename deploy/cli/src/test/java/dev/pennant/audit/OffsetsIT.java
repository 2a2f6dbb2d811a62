package dev.pennant.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.jobs.kafka.Topics;
import dev.pennant.stack.Ports;
import dev.pennant.stack.kafka.KafkaBroker;
import dev.pennant.stack.kafka.TopicSetup;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OffsetsIT {
    private static final String TOPIC = Topics.ENTERPRISE_REPORTS.name();
    private static final TopicPartition FIRST = new TopicPartition(TOPIC, 0);

    @TempDir
    Path folder;

    @Test
    void theMarkerAtTheEndOfATransactionIsNotWaitedFor() throws Exception {
        Ports ports = new Ports(26_000);
        try (KafkaBroker kafka = KafkaBroker.start(folder, ports);
                Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()));
                Offsets offsets = new Offsets(kafka.bootstrapServers())) {
            new TopicSetup(admin, Topics.LOCAL_PARTITIONS).ensure(Topics.ALL);
            sendInTransaction(kafka.bootstrapServers());
            Map<TopicPartition, Long> ends = offsets.ends(List.of(Topics.ENTERPRISE_REPORTS));
            assertThat(ends).containsEntry(FIRST, 2L);
            assertThat(offsets.onlyMarkersLeft("group", ends)).isFalse();

            admin.alterConsumerGroupOffsets("group", Map.of(FIRST, new OffsetAndMetadata(1)))
                    .all()
                    .get(10, TimeUnit.SECONDS);

            assertThat(offsets.reached("group", ends)).isFalse();
            assertThat(offsets.onlyMarkersLeft("group", ends)).isTrue();
        }
    }

    private static void sendInTransaction(String bootstrapServers) throws Exception {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "transactional.id", "supplier"),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(TOPIC, 0, new byte[] {1}, new byte[] {2}))
                    .get(10, TimeUnit.SECONDS);
            producer.commitTransaction();
        }
    }
}
