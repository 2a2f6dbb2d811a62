package dev.pennant.jobs.kafka.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pennant.stack.FreePortBase;
import dev.pennant.stack.Ports;
import dev.pennant.stack.kafka.KafkaBroker;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Batches from a real broker, that also goes away and comes again. */
final class BatchFetcherIT {
    private static final TopicPartition FIRST = new TopicPartition("sold", 0);
    private static final TopicPartition SECOND = new TopicPartition("sold", 1);

    private final Ports ports = FreePortBase.find();
    private final List<String> seen = new ArrayList<>();

    @TempDir
    private Path folder;

    private KafkaBroker broker;
    private BatchFetcher fetcher;

    @BeforeEach
    void start() throws Exception {
        broker = KafkaBroker.start(folder, ports);
        fetcher = fetcher(Map.of());
    }

    @AfterEach
    void stop() {
        fetcher.close();
        broker.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "gzip", "snappy", "lz4", "zstd"})
    void itReadsWhatAProducerSendsHoweverItIsCompressed(String compression) throws Exception {
        createTopic();
        send(FIRST, Map.of("compression.type", compression, "linger.ms", 50), 200);
        fetcher.assign(FIRST, 150);

        pollUntil(50);

        assertThat(seen).isEqualTo(values(150, 200));
        assertThat(fetcher.end(FIRST)).hasValue(200);
    }

    @Test
    void partitionsThatAreAddedAreReadBesideTheFirst() throws Exception {
        createTopic();
        send(FIRST, Map.of(), 3);
        send(SECOND, Map.of(), 2);
        fetcher.assign(FIRST, 0);
        pollUntil(3);

        fetcher.assign(SECOND, -2);
        pollUntil(5);

        assertThat(seen).containsExactly("0", "1", "2", "0", "1");
    }

    @Test
    void aBatchThatIsLargerThanAFetchIsReadAllTheSame() throws Exception {
        fetcher.close();
        fetcher = fetcher(Map.of("max.partition.fetch.bytes", "20", "fetch.max.bytes", "30"));
        createTopic();
        send(FIRST, Map.of(), 3);
        send(SECOND, Map.of(), 3);
        fetcher.assign(FIRST, 0);
        fetcher.assign(SECOND, 0);

        pollUntil(6);

        assertThat(seen).containsExactlyInAnyOrder("0", "1", "2", "0", "1", "2");
    }

    @Test
    void whereRecordsAreGoneItGoesOnWithTheEarliestThereAre() throws Exception {
        createTopic();
        send(FIRST, Map.of(), 10);
        deleteBefore(6);
        fetcher.assign(FIRST, 2);

        pollUntil(4);

        assertThat(seen).containsExactly("6", "7", "8", "9");
    }

    @Test
    void whereAllRecordsAreGoneItStandsAtTheEnd() throws Exception {
        createTopic();
        send(FIRST, Map.of(), 10);
        deleteBefore(10);
        fetcher.assign(FIRST, 2);

        while (fetcher.next(FIRST) != 10 || fetcher.end(FIRST).isEmpty()) {
            assertThat(fetcher.poll(Duration.ofSeconds(1))).isEmpty();
        }
        assertThat(fetcher.end(FIRST)).hasValue(10);
    }

    @Test
    void aTopicThatIsDeletedAndCreatedAnewIsReadFromItsBeginning() throws Exception {
        createTopic();
        send(FIRST, Map.of(), 3);
        fetcher.assign(FIRST, 0);
        pollUntil(3);

        try (Admin admin = admin()) {
            admin.deleteTopics(List.of("sold")).all().get();
        }
        createTopic();
        send(FIRST, Map.of(), 2);
        pollUntil(5);

        assertThat(seen).containsExactly("0", "1", "2", "0", "1");
    }

    @Test
    void itOutlivesTheBroker() throws Exception {
        createTopic();
        send(FIRST, Map.of(), 3);
        fetcher.assign(FIRST, 0);
        pollUntil(3);

        broker.close();
        for (int polls = 0; polls < 3; polls++) {
            assertThat(fetcher.poll(Duration.ofMillis(300))).isEmpty();
        }
        broker = KafkaBroker.start(folder, ports);
        send(FIRST, Map.of(), 2);
        pollUntil(5);

        assertThat(seen).containsExactly("0", "1", "2", "0", "1");
    }

    @Test
    void itWaitsForATopicThatIsNotThereYet() throws Exception {
        fetcher.assign(FIRST, 0);
        assertThat(fetcher.poll(Duration.ofMillis(500))).isEmpty();

        createTopic();
        send(FIRST, Map.of(), 2);
        pollUntil(2);

        assertThat(seen).containsExactly("0", "1");
    }

    @Test
    void whatWillNeverPassIsSaid() {
        fetcher.assign(new TopicPartition("no such topic", 0), 0);

        assertThatThrownBy(() -> pollUntil(1))
                .isInstanceOf(InvalidTopicException.class)
                .hasMessageContaining("no such topic");
    }

    private void pollUntil(int count) {
        while (seen.size() < count) {
            for (FetchedPart part : fetcher.poll(Duration.ofSeconds(1))) {
                while (part.hasNext()) {
                    part.next(
                            100,
                            (offset, receivedAt, bytes, key, keyLength, value, valueLength) ->
                                    seen.add(new String(bytes, value, valueLength, StandardCharsets.UTF_8)));
                }
            }
        }
    }

    private BatchFetcher fetcher(Map<String, String> more) {
        Properties properties = new Properties();
        properties.setProperty("bootstrap.servers", broker.bootstrapServers());
        properties.setProperty("client.id", "fetcher");
        properties.putAll(more);
        return new BatchFetcher(properties);
    }

    private Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
    }

    private void createTopic() throws Exception {
        try (Admin admin = admin()) {
            admin.createTopics(List.of(new NewTopic("sold", Optional.of(2), Optional.empty())))
                    .all()
                    .get();
        }
    }

    private void deleteBefore(long offset) throws Exception {
        try (Admin admin = admin()) {
            admin.deleteRecords(Map.of(FIRST, RecordsToDelete.beforeOffset(offset)))
                    .all()
                    .get();
        }
    }

    private void send(TopicPartition partition, Map<String, Object> more, int count) {
        Properties properties = new Properties();
        properties.setProperty("bootstrap.servers", broker.bootstrapServers());
        properties.putAll(more);
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (String value : values(0, count)) {
                Future<RecordMetadata> unused = producer.send(new ProducerRecord<>(
                        partition.topic(), partition.partition(), null, value.getBytes(StandardCharsets.UTF_8)));
            }
        }
    }

    private static List<String> values(int from, int end) {
        return IntStream.range(from, end).mapToObj(Integer::toString).toList();
    }
}
