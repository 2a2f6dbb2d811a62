package dev.pennant.stack.flink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.pennant.jobs.kafka.Topics;
import dev.pennant.stack.FreePortBase;
import dev.pennant.stack.Ports;
import dev.pennant.stack.kafka.KafkaBroker;
import dev.pennant.stack.kafka.TopicSetup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class FlinkClusterIT {
    private static final Ports PORTS = FreePortBase.find();

    @TempDir
    private Path folder;

    private KafkaBroker broker;
    private StackJob job;

    @BeforeEach
    void startKafka() throws Exception {
        broker = KafkaBroker.start(folder.resolve("kafka"), PORTS);
        job = CountingJob.on(broker.bootstrapServers());
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            new TopicSetup(admin, Topics.LOCAL_PARTITIONS).ensure(Topics.ALL);
        }
    }

    @AfterEach
    void stopKafka() {
        broker.close();
    }

    @Test
    void aJobGoesOnFromItsLastCheckpointAndFromTheOneBeforeWhereThatIsBroken() throws Exception {
        Path flink = folder.resolve("with a space");
        try (FlinkCluster cluster = FlinkCluster.start(flink, PORTS, 1)) {
            assertThat(cluster.submit(job)).isEmpty();
            send("a", "b", "a");
            awaitOutput("a=2", "b=1");
            assertThat(takeCheckpoint()).isPositive();
            send("a");
            awaitOutput("a=3");
        }

        Path first;
        try (FlinkCluster cluster = FlinkCluster.start(flink, PORTS, 1)) {
            Optional<Path> from = cluster.submit(job);
            assertThat(from).isPresent();
            first = from.orElseThrow();
            send("a");
            awaitOutput("a=4");
            takeCheckpoint();
            send("b");
            awaitOutput("b=2");
        }
        assertThat(first.getParent()).doesNotExist();

        garbleNewest(flink.resolve("checkpoints").resolve(CountingJob.NAME));
        try (FlinkCluster cluster = FlinkCluster.start(flink, PORTS, 1)) {
            assertThat(cluster.submit(job)).isPresent();
            send("a", "b");
            awaitOutput("a=5", "b=3");
        }
    }

    @Test
    void aRunThatWasBegunFromOutsideIsTheOneThatGoesOn() throws Exception {
        Path flink = folder.resolve("flink");
        Path checkpoints = flink.resolve("checkpoints");
        FlinkRest rest = new FlinkRest(PORTS.flinkUri());
        Path left;
        try (FlinkCluster cluster = FlinkCluster.start(flink, PORTS, 1)) {
            cluster.submit(job);
            send("a", "b", "a");
            awaitOutput("a=2", "b=1");
            takeCheckpoint();
            rest.cancel(rest.living(CountingJob.NAME).orElseThrow(), Duration.ofSeconds(20));
            assertThat(rest.living(CountingJob.NAME)).isEmpty();
            left = new CheckpointHistory(checkpoints.resolve(CountingJob.NAME))
                    .newestReadable()
                    .orElseThrow();

            String run = JobSubmission.submit(PORTS.flinkUri(), checkpoints, job, Optional.of(left));
            assertThat(rest.living(CountingJob.NAME).map(FlinkRest.Job::id)).contains(run);
            send("a");
            awaitOutput("a=3");
        }

        assertThat(left.getParent()).doesNotExist();
        try (FlinkCluster cluster = FlinkCluster.start(flink, PORTS, 1)) {
            assertThat(cluster.submit(job)).isPresent();
            send("a");
            awaitOutput("a=4");
        }
    }

    private static long takeCheckpoint() throws Exception {
        FlinkRest rest = new FlinkRest(PORTS.flinkUri());
        List<FlinkRest.Job> jobs = rest.jobs();
        assertThat(jobs)
                .extracting(FlinkRest.Job::name, FlinkRest.Job::state)
                .containsExactly(tuple(CountingJob.NAME, "RUNNING"));
        return rest.takeCheckpoint(jobs.get(0).id(), Duration.ofSeconds(20));
    }

    private static void garbleNewest(Path checkpoints) throws Exception {
        Path newest = new CheckpointHistory(checkpoints).newestReadable().orElseThrow();
        Files.write(newest.resolve("_metadata"), new byte[] {1, 2, 3});
    }

    private void send(String... values) throws Exception {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers()),
                new StringSerializer(),
                new StringSerializer())) {
            for (String value : values) {
                producer.send(new ProducerRecord<>(CountingJob.INPUT, value, value))
                        .get();
            }
        }
    }

    /** Reads the job's output from its beginning until all the given lines have been seen. */
    private void awaitOutput(String... expected) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", broker.bootstrapServers(),
                "auto.offset.reset", "earliest",
                "group.id", UUID.randomUUID().toString());
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(CountingJob.OUTPUT));
            List<String> missing = new ArrayList<>(List.of(expected));
            while (!missing.isEmpty()) {
                for (ConsumerRecord<String, String> found : consumer.poll(Duration.ofMillis(200))) {
                    missing.remove(found.value());
                }
            }
        }
    }
}
