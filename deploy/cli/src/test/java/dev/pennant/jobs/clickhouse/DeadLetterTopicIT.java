package dev.pennant.jobs.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pennant.jobs.kafka.Topics;
import dev.pennant.schemas.EventCodec;
import dev.pennant.schemas.event.DeadLetter;
import dev.pennant.stack.Ports;
import dev.pennant.stack.kafka.KafkaBroker;
import dev.pennant.stack.kafka.TopicSetup;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Rejected rows on their way to the real broker. */
@Timeout(120)
class DeadLetterTopicIT {
    private static final Instant NOON = Instant.parse("2020-11-10T04:00:00.250Z");
    private static final RejectDestination.Origin ORIGIN =
            new RejectDestination.Origin("pennant-revenue", 3, () -> NOON);
    private static final Map<String, String> NOBODY = Map.of(
            "bootstrap.servers", "127.0.0.1:1",
            "max.block.ms", "300",
            "delivery.timeout.ms", "600",
            "request.timeout.ms", "300",
            "linger.ms", "0");

    @TempDir
    private static Path folder;

    private static KafkaBroker broker;

    @BeforeAll
    static void start() throws Exception {
        broker = KafkaBroker.start(folder, new Ports(23_000));
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            new TopicSetup(admin, 1).ensure(List.of(Topics.DEAD_LETTERS));
        }
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @Test
    void aRejectedRowIsALetterWithTheDatabasesReasonOnceTheSinkHasFlushed() throws Exception {
        List<DeadLetter> letters = lettersOf(rejected(7, "Constraint `coverage` is violated"));

        assertThat(letters).singleElement().satisfies(letter -> {
            assertThat(letter.getTopic()).isEqualTo("clickhouse/pennant.indicator_log");
            assertThat(letter.getPartition()).isEqualTo(3);
            assertThat(letter.getOffset()).isEqualTo(rejected(7, "").offset());
            assertThat(text(letter.getKey())).isEqualTo("331022107|service-revenue|2020-10");
            assertThat(letter.getReason()).isEqualTo("rejected-by-database");
            assertThat(letter.getDetail()).isEqualTo("Constraint `coverage` is violated");
            assertThat(text(letter.getPayload()))
                    .contains("\"value\":0.0000000007", "\"version\":9223372036854775815", "\"measure\":\"亿元\"");
            assertThat(letter.getJob()).isEqualTo("pennant-revenue");
            assertThat(letter.getSeenAt()).isEqualTo(NOON);
        });
    }

    @Test
    void aReasonOfAnyLengthAndARowOfAnySizePass() throws Exception {
        RejectedRow large =
                new RejectedRow("pennant.indicator_log", "k", 1, "no ".repeat(9_000), "x".repeat(2_000_000));

        assertThat(lettersOf(large)).singleElement().satisfies(letter -> {
            assertThat(letter.getDetail())
                    .startsWith("The row of 2000000 bytes is too large to stand here. no no")
                    .hasSizeLessThan(2_100);
            assertThat(letter.getPayload()).isNull();
        });
    }

    @Test
    void aSinkThatRejectsNothingNeedsNoBroker() throws Exception {
        try (RejectDestination rows =
                DeadLetterTopic.at(NOBODY, Topics.DEAD_LETTERS.name()).open(ORIGIN)) {
            rows.flush();
        }
    }

    @Test
    void aRowThatCannotBeSentFailsTheCheckpointWithASentence() {
        assertThatThrownBy(() -> {
                    try (RejectDestination rows = DeadLetterTopic.at(NOBODY, Topics.DEAD_LETTERS.name())
                            .open(ORIGIN)) {
                        rows.reject(rejected(1, ""));
                        rows.flush();
                    }
                })
                .isInstanceOf(IOException.class)
                .hasMessageContaining("could not be sent to the topic dead-letters at 127.0.0.1:1")
                .hasMessageContaining("See that Kafka is up");
    }

    private static String text(ByteBuffer bytes) {
        return StandardCharsets.UTF_8.decode(bytes).toString();
    }

    private static RejectedRow rejected(long number, String reason) {
        return NumberedIndicators.MAPPING.rejected(
                NumberedIndicators.MAPPING.rowsOf(number).get(0), reason);
    }

    private static List<DeadLetter> lettersOf(RejectedRow... rows) throws Exception {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            TopicPartition partition = new TopicPartition(Topics.DEAD_LETTERS.name(), 0);
            long before = consumer.endOffsets(List.of(partition)).get(partition);
            try (RejectDestination topic = DeadLetterTopic.at(
                            Map.of("bootstrap.servers", broker.bootstrapServers()), Topics.DEAD_LETTERS.name())
                    .open(ORIGIN)) {
                for (RejectedRow row : rows) {
                    topic.reject(row);
                }
                topic.flush();
                assertThat(consumer.endOffsets(List.of(partition)).get(partition))
                        .isEqualTo(before + rows.length);
            }
            consumer.assign(List.of(partition));
            consumer.seek(partition, before);
            EventCodec<DeadLetter> codec = EventCodec.of(DeadLetter.class);
            List<DeadLetter> letters = new ArrayList<>();
            for (ConsumerRecord<byte[], byte[]> found : consumer.poll(Duration.ofSeconds(20))) {
                letters.add(codec.decode(found.value()));
            }
            return letters;
        }
    }
}
