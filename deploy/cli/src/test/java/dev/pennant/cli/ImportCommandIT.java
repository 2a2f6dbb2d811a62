package dev.pennant.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.pennant.jobs.kafka.Topic;
import dev.pennant.jobs.kafka.Topics;
import dev.pennant.load.TopicSender;
import dev.pennant.load.UndeliveredException;
import dev.pennant.schemas.EventCodec;
import dev.pennant.schemas.EventDecodingException;
import dev.pennant.schemas.event.EnterpriseRegistration;
import dev.pennant.schemas.event.EnterpriseReport;
import dev.pennant.stack.Ports;
import dev.pennant.stack.kafka.KafkaBroker;
import dev.pennant.stack.kafka.TopicSetup;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ImportCommandIT {
    private static final Ports PORTS = new Ports(24_000);
    private static final Ports NOBODYS = new Ports(24_200);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2020-12-01T00:00:00Z"), ZoneOffset.UTC);
    private static final String REPORTS =
            "enterprise_id,period,revenue,revenue_last_year,retail_sales,retail_sales_last_year,revision,reported_at\n";

    @TempDir
    private static Path data;

    private static KafkaBroker broker;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter errors = new StringWriter();

    @BeforeAll
    static void startBroker() throws Exception {
        broker = KafkaBroker.start(data, PORTS);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            new TopicSetup(admin, Topics.LOCAL_PARTITIONS)
                    .ensure(List.of(Topics.ENTERPRISE_REGISTRY, Topics.ENTERPRISE_REPORTS));
        }
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @Test
    void acceptedRowsAreInTheTopicAndRejectedOnesBesideTheFile() throws Exception {
        Path good = write("good.csv", REPORTS + "E1,2020-10,12.34,10,,,0,2020-11-12T09:30\n", UTF_8);
        Path mixed = write(
                "mixed.csv",
                REPORTS + "E2,2020-10,99,98,,,0,2020-11-12T09:30\nE3,2020-10,\"9,900\",1,,,0,2020-11-12T09:30\n",
                UTF_8);
        Path refused = write("refused.csv", "enterprise_id,period\n", UTF_8);

        int exit =
                run(PORTS, "enterprise-reports", good.toString(), refused.toString(), mixed.toString(), "--synthetic");

        assertThat(exit).isEqualTo(1);
        assertThat(out.toString().lines())
                .containsExactly(
                        good + " (UTF-8): 1 accepted, 0 rejected",
                        mixed + " (UTF-8): 1 accepted, 1 rejected, see " + mixed + ".rejected.csv",
                        "  line 3, column revenue: '9,900' is not an amount in yuan like 1234.56, without thousands separators");
        assertThat(errors.toString()).startsWith(refused + ", line 1: the header lacks the column 'revenue'");
        assertThat(records(Topics.ENTERPRISE_REPORTS))
                .extracting(found -> new String(found.key(), UTF_8), found -> report(found.value())
                        .getRevenue())
                .containsExactlyInAnyOrder(tuple("E1", 1234L), tuple("E2", 9900L));
        assertThat(records(Topics.ENTERPRISE_REPORTS))
                .allSatisfy(found ->
                        assertThat(report(found.value()).getSynthetic()).isTrue());
    }

    @Test
    void spansOfOneEnterpriseStandInOnePartition() throws Exception {
        StringBuilder rows = new StringBuilder("enterprise_id,name,unit,scope,industry,valid_from,valid_to\n");
        for (int enterprise = 0; enterprise < 20; enterprise++) {
            rows.append("E" + enterprise + ",当湖,330482001,service-designated,物流,2019-01,2019-12\n");
            rows.append("E" + enterprise + ",当湖,330482002,service-designated,物流,2020-01,\n");
        }
        Path file = write("名录.csv", rows.toString(), Charset.forName("GB18030"));

        assertThat(run(PORTS, "enterprise-registry", file.toString())).isZero();

        assertThat(out.toString()).isEqualTo(file + " (GB18030): 40 accepted, 0 rejected" + System.lineSeparator());
        assertThat(records(Topics.ENTERPRISE_REGISTRY)).hasSize(40).allSatisfy(found -> {
            EnterpriseRegistration registration =
                    EventCodec.of(EnterpriseRegistration.class).decode(found.value());
            byte[] enterprise = registration.getEnterpriseId().getBytes(UTF_8);
            assertThat(new String(found.key(), UTF_8))
                    .isEqualTo(registration.getEnterpriseId() + "|" + registration.getValidFrom());
            assertThat(found.partition()).isEqualTo(Utils.toPositive(Utils.murmur2(enterprise)) % 4);
        });
    }

    @Test
    void aBrokerThatIsNotThereIsSaidSoonAndInOneSentence() throws IOException {
        Path good = write("good.csv", REPORTS + "E1,2020-10,12.34,10,,,0,2020-11-12T09:30\n", UTF_8);
        long begin = System.nanoTime();

        int exit = run(NOBODYS, "enterprise-reports", good.toString());

        assertThat(exit).isEqualTo(1);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(15));
        assertThat(errors.toString().strip())
                .isEqualTo("no Kafka broker answers at 127.0.0.1:24292; is the stack up (`pennant status`)?");
    }

    @Test
    void aTopicThatIsNotThereIsSaid() {
        assertThatThrownBy(() -> TopicSender.to(Topics.DEAD_LETTERS, PORTS.bootstrapServers()))
                .isInstanceOf(UndeliveredException.class)
                .hasMessage("the broker at 127.0.0.1:24092 has no topic dead-letters; `pennant up` makes it");
    }

    private int run(Ports ports, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--port-base=" + ports.base());
        return new CommandLine(new ImportCommand(CLOCK))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(errors, true))
                .execute(all.toArray(String[]::new));
    }

    private Path write(String name, String text, Charset encoding) throws IOException {
        return Files.write(folder.resolve(name), text.getBytes(encoding));
    }

    private static EnterpriseReport report(byte[] payload) {
        try {
            return EventCodec.of(EnterpriseReport.class).decode(payload);
        } catch (EventDecodingException notOne) {
            throw new AssertionError(notOne);
        }
    }

    private static List<ConsumerRecord<byte[], byte[]>> records(Topic topic) {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(partition -> new TopicPartition(topic.name(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long wanted = consumer.endOffsets(partitions).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
            while (found.size() < wanted) {
                consumer.poll(Duration.ofSeconds(1)).forEach(found::add);
            }
            return found;
        }
    }
}
