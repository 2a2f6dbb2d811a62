package dev.pennant.stack.kafka;

import dev.pennant.stack.Ports;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * The real broker in this process: one node that is its own controller (KRaft), with all it knows in one folder. What it has
 * acknowledged survives the death of the process, since the operating system has it; only the death of the machine can lose it.
 */
public final class KafkaBroker implements AutoCloseable {
    private static final int NODE = 1;
    private static final String CLIENTS = "CLIENTS";
    private static final String CONTROLLER = "CONTROLLER";

    private final KafkaRaftServer server;
    private final String bootstrapServers;

    private KafkaBroker(KafkaRaftServer server, String bootstrapServers) {
        this.server = server;
        this.bootstrapServers = bootstrapServers;
    }

    /**
     * Starts the broker, and returns when it takes records. Formats the folder the first time.
     *
     * @param folder where topics and metadata live
     * @param ports where it listens; they may change from start to start
     * @throws IOException when the folder cannot be made or formatted
     */
    public static KafkaBroker start(Path folder, Ports ports) throws IOException {
        Files.createDirectories(folder);
        format(folder);
        KafkaRaftServer server =
                new KafkaRaftServer(KafkaConfig.fromProps(settings(folder, ports), false), Time.SYSTEM);
        try {
            server.startup();
        } catch (RuntimeException failed) {
            server.shutdown();
            throw failed;
        }
        return new KafkaBroker(server, ports.bootstrapServers());
    }

    /** Where its clients start. */
    public String bootstrapServers() {
        return bootstrapServers;
    }

    /** Stops the broker, and returns when it has written down where it is. */
    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    private static void format(Path folder) throws IOException {
        // The formatter writes it last, so a folder without it is not formatted, or not wholly.
        if (Files.exists(folder.resolve("meta.properties"))) {
            return;
        }
        try (PrintStream silent = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            new Formatter()
                    .setPrintStream(silent)
                    .setNodeId(NODE)
                    .setClusterId(Uuid.randomUuid().toString())
                    .setControllerListenerName(CONTROLLER)
                    .setMetadataLogDirectory(folder.toString())
                    .addDirectory(folder.toString())
                    .run();
        } catch (IOException failed) {
            throw failed;
        } catch (Exception failed) {
            throw new IOException("Kafka could not format " + folder, failed);
        }
    }

    private static Properties settings(Path folder, Ports ports) {
        Properties settings = new Properties();
        settings.put("node.id", Integer.toString(NODE));
        settings.put("process.roles", "broker,controller");
        settings.put("controller.quorum.voters", NODE + "@127.0.0.1:" + ports.kafkaController());
        settings.put("controller.listener.names", CONTROLLER);
        settings.put("inter.broker.listener.name", CLIENTS);
        settings.put("listener.security.protocol.map", CLIENTS + ":PLAINTEXT," + CONTROLLER + ":PLAINTEXT");
        settings.put(
                "listeners",
                CLIENTS + "://" + ports.bootstrapServers() + "," + CONTROLLER + "://127.0.0.1:"
                        + ports.kafkaController());
        settings.put("advertised.listeners", CLIENTS + "://" + ports.bootstrapServers());
        settings.put("log.dirs", folder.toString());
        settings.put("auto.create.topics.enable", "false");
        oneNode(settings);
        small(settings);
        return settings;
    }

    private static void oneNode(Properties settings) {
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("share.coordinator.state.topic.replication.factor", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        settings.put("group.initial.rebalance.delay.ms", "0");
        // A killed broker is let in again only when its former self's session is over.
        settings.put("broker.session.timeout.ms", "6000");
        settings.put("broker.heartbeat.interval.ms", "1000");
    }

    private static void small(Properties settings) {
        settings.put("offsets.topic.num.partitions", "4");
        settings.put("transaction.state.log.num.partitions", "4");
        settings.put("share.coordinator.state.topic.num.partitions", "4");
        settings.put("num.network.threads", "2");
        settings.put("num.io.threads", "2");
        settings.put("num.recovery.threads.per.data.dir", "2");
        settings.put("background.threads", "2");
        settings.put("log.cleaner.dedupe.buffer.size", "4194304");
        settings.put("log.segment.bytes", "268435456");
        settings.put("log.index.size.max.bytes", "2097152");
    }
}
