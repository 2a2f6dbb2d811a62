package dev.pennant.cluster;

import dev.pennant.audit.AuditException;
import dev.pennant.audit.Await;
import dev.pennant.audit.Verification;
import dev.pennant.core.catalogue.Catalogue;
import dev.pennant.jobs.Job;
import dev.pennant.jobs.JobSettings;
import dev.pennant.jobs.kafka.Topic;
import dev.pennant.jobs.kafka.Topics;
import dev.pennant.jobs.metrics.ClickHouseReporterFactory;
import dev.pennant.load.TopicSender;
import dev.pennant.season.Pace;
import dev.pennant.season.SeasonEvent;
import dev.pennant.season.SeasonReplay;
import dev.pennant.stack.Ports;
import dev.pennant.stack.StackJobs;
import dev.pennant.stack.clickhouse.CatalogueTables;
import dev.pennant.stack.clickhouse.ClickHouseClient;
import dev.pennant.stack.clickhouse.ClickHouseServer;
import dev.pennant.stack.clickhouse.ClickHouseUser;
import dev.pennant.stack.clickhouse.EngineLibrary;
import dev.pennant.stack.clickhouse.Migrations;
import dev.pennant.stack.kafka.KafkaBroker;
import dev.pennant.stack.kafka.TopicSetup;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.ObjIntConsumer;
import org.apache.flink.configuration.Configuration;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A real broker and a real database, without jobs: the tests of this package bring a Flink of their own, and do harm to it. */
final class Site implements AutoCloseable {
    private final Ports ports;
    private final KafkaBroker kafka;
    private final ClickHouseServer clickHouse;
    private final Path passwordFile;

    private Site(Ports ports, KafkaBroker kafka, ClickHouseServer clickHouse, Path passwordFile) {
        this.ports = ports;
        this.kafka = kafka;
        this.clickHouse = clickHouse;
        this.passwordFile = passwordFile;
    }

    /** Starts both on a fresh folder, with topics, tables and the shipped catalogue. */
    static Site open(Path folder, int portBase) throws IOException, ExecutionException, InterruptedException {
        Ports ports = new Ports(portBase);
        KafkaBroker kafka = KafkaBroker.start(Files.createDirectories(folder.resolve("kafka")), ports);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", ports.bootstrapServers()))) {
            new TopicSetup(admin, Topics.LOCAL_PARTITIONS).ensure(Topics.ALL);
        }
        ClickHouseServer clickHouse =
                ClickHouseServer.start(folder, ports.clickHouseHttp(), ports.clickHouseNative(), EngineLibrary.find());
        ClickHouseClient migrator = clickHouse.client(ClickHouseUser.MIGRATOR);
        Migrations.packed().apply(migrator);
        CatalogueTables.load(migrator, Catalogue.shipped());
        Path passwordFile = Files.writeString(
                folder.resolve("writer.password"),
                clickHouse.credentials().password(ClickHouseUser.WRITER),
                StandardCharsets.UTF_8);
        return new Site(ports, kafka, clickHouse, passwordFile);
    }

    /** What a job is told at its start to work here. */
    List<String> jobArguments() {
        return List.of(
                "--bootstrap-servers",
                kafka.bootstrapServers(),
                "--clickhouse-url",
                "jdbc:clickhouse://127.0.0.1:" + ports.clickHouseHttp() + "/pennant",
                "--clickhouse-password-file",
                passwordFile.toString());
    }

    /** What a job is told that works here in this process. */
    JobSettings jobSettings() {
        return StackJobs.settings(ports, clickHouse.credentials());
    }

    /** What a Flink in this process is told to report here. */
    Configuration reporter() {
        return ClickHouseReporterFactory.settings(
                clickHouse.jdbcUrl(),
                ClickHouseUser.WRITER.id(),
                clickHouse.credentials().password(ClickHouseUser.WRITER));
    }

    /** The lines of a Flink's configuration by which its processes report here. */
    List<String> reporterLines() {
        return List.of(
                "metrics.reporter.clickhouse.factory.class: " + ClickHouseReporterFactory.class.getName(),
                "metrics.reporter.clickhouse.url: " + clickHouse.jdbcUrl(),
                "metrics.reporter.clickhouse.password-file: " + passwordFile,
                "metrics.reporter.clickhouse.interval: 1 s");
    }

    Ports ports() {
        return ports;
    }

    /** Sends events of a season, and tells of each how many have been sent. */
    void send(Iterator<SeasonEvent> events, ObjIntConsumer<SeasonEvent> sent) throws InterruptedException {
        Map<Topic, TopicSender> senders = new HashMap<>();
        try {
            for (Job job : StackJobs.IN_ORDER) {
                job.inputs().forEach(topic -> senders.put(topic, TopicSender.to(topic, kafka.bootstrapServers())));
            }
            new SeasonReplay(senders, Pace.unlimited(), time -> {}, () -> {}).send(events, sent);
        } finally {
            senders.values().forEach(TopicSender::close);
        }
    }

    /** Sends bytes as they are, to each partition of a topic. */
    void sendRaw(Topic topic, byte[] payload) throws ExecutionException, InterruptedException, IOException {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            for (int partition = 0; partition < Topics.LOCAL_PARTITIONS; partition++) {
                producer.send(new ProducerRecord<>(topic.name(), partition, new byte[] {1}, payload))
                        .get(10, TimeUnit.SECONDS);
            }
        } catch (java.util.concurrent.TimeoutException late) {
            throw new IOException("the broker did not take a record", late);
        }
    }

    /** Waits until the jobs have made all visible, and verifies it. */
    Verification verify(List<Job> jobs, Duration timeout) throws AuditException, IOException {
        new Await(jobs, ports.bootstrapServers(), ports.flinkUri(), Clock.systemUTC()).untilVisible(timeout);
        return Verification.of(ports.bootstrapServers(), clickHouse.client(ClickHouseUser.ANALYST));
    }

    /** The answer to a query as analyst, a row a line. */
    List<String> rows(String sql) throws IOException {
        return clickHouse.client(ClickHouseUser.ANALYST).query(sql).lines().toList();
    }

    /** Takes the database away. */
    void closeDatabase() {
        clickHouse.close();
    }

    @Override
    public void close() {
        clickHouse.close();
        kafka.close();
    }
}
