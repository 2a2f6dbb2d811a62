package dev.pennant.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pennant.jobs.kafka.Topics;
import dev.pennant.load.RecordSender;
import dev.pennant.load.UndeliveredException;
import dev.pennant.stack.FreePortBase;
import dev.pennant.stack.clickhouse.ClickHouseClient;
import dev.pennant.stack.clickhouse.ClickHouseServer;
import dev.pennant.stack.clickhouse.ClickHouseUser;
import dev.pennant.stack.clickhouse.EngineLibrary;
import dev.pennant.stack.clickhouse.FreePorts;
import dev.pennant.stack.clickhouse.Migrations;
import dev.pennant.stack.kafka.KafkaBroker;
import dev.pennant.stack.kafka.TopicReader;
import dev.pennant.stack.kafka.TopicSetup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Registrations that were refused are sent again where no job reads. */
@Timeout(120)
class DeadLetterReplayIT {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2020-11-18T02:00:00Z"), ZoneOffset.UTC);
    private static final TopicPartition PARTITION = new TopicPartition(Topics.STORES.name(), 0);
    private static final TopicPartition OTHER = new TopicPartition(Topics.STORES.name(), 1);

    @TempDir
    private static Path data;

    private static ClickHouseServer server;
    private static KafkaBroker broker;

    private final ClickHouseClient migrator = server.client(ClickHouseUser.MIGRATOR);
    private final Map<TopicPartition, Long> begin = new HashMap<>();

    @BeforeAll
    static void start() throws Exception {
        server = ClickHouseServer.start(
                Files.createDirectory(data.resolve("clickhouse")),
                FreePorts.next(),
                FreePorts.next(),
                EngineLibrary.find());
        Migrations.packed().apply(server.client(ClickHouseUser.MIGRATOR));
        broker = KafkaBroker.start(Files.createDirectory(data.resolve("kafka")), FreePortBase.find());
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            new TopicSetup(admin, 2).ensure(List.of(Topics.STORES));
        }
    }

    @AfterAll
    static void stop() {
        broker.close();
        server.close();
    }

    @BeforeEach
    void beginBehindWhatOtherTestsSent() throws IOException {
        migrator.query("TRUNCATE TABLE pennant.dead_letter_log");
        migrator.query("TRUNCATE TABLE pennant.dead_letter_replay_log");
        try (TopicReader topics = new TopicReader(broker.bootstrapServers())) {
            begin.put(PARTITION, topics.end(PARTITION));
            begin.put(OTHER, topics.end(OTHER));
        }
    }

    @Test
    void ofAKeyTheLastMessageIsSentAlsoWhereAnEarlierOneIsAskedForFirst() throws IOException {
        come("earlier", "later");
        refuse(0, "bad-id", "earlier");
        refuse(1, "bad-text", "later");

        assertThat(replay("bad-id", 10)).isEqualTo("0 1");
        assertThat(replay("bad-text", 10)).isEqualTo("1 0");
        assertThat(values()).containsExactly("earlier", "later", "later");
        assertThat(migrator.query("SELECT replay FROM pennant.dead_letters ORDER BY offset"))
                .isEqualTo("replaced\nsent");
    }

    @Test
    void oneThatIsRefusedAgainIsTheLastOfItsKeyStill() throws IOException {
        come("earlier", "later");
        refuse(1, "bad-text", "later");

        assertThat(replay("bad-text", 10)).isEqualTo("1 0");
        refuse(2, "bad-text", "later");
        assertThat(replay("bad-text", 10)).isEqualTo("1 0");
        assertThat(values()).containsExactly("earlier", "later", "later", "later");
    }

    @Test
    void neitherAnotherKeyNorAnotherPartitionReplacesOneAndEachGoesWhereItWas() throws IOException {
        come(PARTITION, "K", "one");
        come(PARTITION, "L", "of another key");
        come(OTHER, "K", "in another partition");
        refuse(PARTITION, 0, "bad-id", "K", "'one'");
        refuse(OTHER, 0, "bad-id", "K", "'in another partition'");

        assertThat(replay("bad-id", 10)).isEqualTo("2 0");
        assertThat(values(PARTITION)).containsExactly("one", "of another key", "one");
        assertThat(values(OTHER)).containsExactly("in another partition", "in another partition");
    }

    @Test
    void whatComesBetweenTwoRangesIsSeen() throws IOException {
        come(PARTITION, "K", "one");
        come(PARTITION, "L", "another");
        refuse(PARTITION, 0, "bad-id", "K", "'one'");
        refuse(PARTITION, 1, "bad-id", "L", "'another'");

        DeadLetterReplay replay =
                new DeadLetterReplay(new RefusedRecords(migrator, 1, 1000), broker.bootstrapServers(), CLOCK);
        replay.send(replay.waiting(of("bad-id")), done -> {
            if (done == 1) {
                come(PARTITION, "L", "since");
            }
        });

        assertThat(values()).containsExactly("one", "another", "one", "since");
    }

    @Test
    void aWithdrawalThatKafkaHasForgottenIsSentAgainUnlessAnythingCameSince() throws IOException {
        come(PARTITION, "L", "any");
        refuse(PARTITION, 0, "bad-key", "K", "NULL");

        assertThat(replay("bad-key", 10)).isEqualTo("1 0");
        assertThat(values()).containsExactly("any", null);

        come(PARTITION, "L", "since");
        refuse(PARTITION, 1, "bad-day", "L", "NULL");
        assertThat(replay("bad-day", 10)).isEqualTo("0 1");
    }

    @Test
    void oneThatWasWithdrawnSinceIsLeft() throws IOException {
        come("registered", null);
        refuse(0, "bad-id", "registered");

        assertThat(replay("bad-id", 10)).isEqualTo("0 1");
        assertThat(values()).containsExactly("registered", null);
    }

    @Test
    void rangeAfterRangeTheLastIsSentOnceAlsoWhereThatWasNotRemembered() throws IOException {
        come("first", "second", "third");
        refuse(0, "bad-id", "first");
        refuse(1, "bad-id", "second");
        refuse(2, "bad-id", "third");

        assertThat(replay("bad-id", 1)).isEqualTo("1 2");
        migrator.query("TRUNCATE TABLE pennant.dead_letter_replay_log");
        assertThat(replay("bad-id", 1)).isEqualTo("0 3");
        assertThat(values()).containsExactly("first", "second", "third", "third");
    }

    @Test
    void withoutABrokerNothingIsRememberedAndItWaits() throws IOException {
        migrator.query("INSERT INTO pennant.dead_letter_log (topic, partition, offset, reason)" + " VALUES ('"
                + Topics.RETAIL_RECEIPTS.name() + "', 0, 1, 'bad-id')");
        Selection all = new Selection(Optional.empty(), Optional.empty());
        DeadLetterReplay replay =
                new DeadLetterReplay(new RefusedRecords(migrator, 10, 1000), "127.0.0.1:" + FreePorts.next(), CLOCK);

        assertThatThrownBy(() -> replay.send(replay.waiting(all), done -> {})).isInstanceOf(UndeliveredException.class);
        assertThat(replay.outcomes()).isEmpty();
        assertThat(replay.waiting(all).records()).isEqualTo(1);
    }

    /** Sends all of one reason; how many were sent, and how many replaced. */
    private String replay(String reason, int mostRecords) throws IOException {
        DeadLetterReplay replay =
                new DeadLetterReplay(new RefusedRecords(migrator, mostRecords, 1000), broker.bootstrapServers(), CLOCK);
        replay.send(replay.waiting(of(reason)), done -> {});
        DeadLetterReplay.Outcome outcome = replay.outcomes().get(0);
        return outcome.sent() + " " + outcome.replaced();
    }

    private static Selection of(String reason) {
        return new Selection(Optional.empty(), Optional.of(reason));
    }

    private void come(String... values) {
        for (String value : values) {
            come(PARTITION, "K", value);
        }
    }

    private void come(TopicPartition partition, String key, String value) {
        try (RecordSender sender = new RecordSender(broker.bootstrapServers())) {
            sender.send(new ProducerRecord<>(
                    partition.topic(),
                    partition.partition(),
                    key.getBytes(UTF_8),
                    value == null ? null : value.getBytes(UTF_8)));
            sender.awaitDelivery();
        }
    }

    private void refuse(long place, String reason, String value) throws IOException {
        refuse(PARTITION, place, reason, "K", "'" + value + "'");
    }

    private void refuse(TopicPartition partition, long place, String reason, String key, String payload)
            throws IOException {
        migrator.query("INSERT INTO pennant.dead_letter_log (topic, partition, offset, reason, key, payload)"
                + " VALUES ('" + partition.topic() + "', " + partition.partition() + ", "
                + (begin.get(partition) + place) + ", '" + reason + "', '" + key + "', " + payload + ")");
    }

    private List<String> values() throws IOException {
        return values(PARTITION);
    }

    private List<String> values(TopicPartition partition) throws IOException {
        List<String> values = new ArrayList<>();
        try (TopicReader topics = new TopicReader(broker.bootstrapServers())) {
            topics.read(
                    partition,
                    begin.get(partition),
                    topics.end(partition),
                    found -> values.add(found.value() == null ? null : new String(found.value(), UTF_8)));
        }
        return values;
    }
}
