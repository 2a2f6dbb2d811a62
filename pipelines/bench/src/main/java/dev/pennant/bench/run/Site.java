package dev.pennant.bench.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pennant.bench.process.ChildJvm;
import dev.pennant.core.catalogue.Catalogue;
import dev.pennant.stack.Folders;
import dev.pennant.stack.Ports;
import dev.pennant.stack.clickhouse.CatalogueTables;
import dev.pennant.stack.clickhouse.ClickHouseClient;
import dev.pennant.stack.clickhouse.ClickHouseServer;
import dev.pennant.stack.clickhouse.ClickHouseUser;
import dev.pennant.stack.clickhouse.EngineLibrary;
import dev.pennant.stack.clickhouse.Migrations;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/**
 * The parts that runs are measured between, each in a process of its own: a broker on a folder that is kept with its topics, and a database on
 * one that is new. Every run finds them as if it were the first.
 */
public final class Site implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> BROKER_MEMORY = List.of("-Xms512m", "-Xmx512m", "-XX:+UseParallelGC");
    private static final List<String> DEAD_LETTERS_MEMORY = List.of("-Xmx1g", "-XX:+UseSerialGC");

    private final Path work;
    private final Ports ports;
    private final SiteSettings settings;
    private final ClickHouseServer database;
    private final ChildJvm broker;
    private int processes;

    private Site(Path work, SiteSettings settings, ClickHouseServer database, ChildJvm broker) {
        this.work = work;
        ports = settings.ports();
        this.settings = settings;
        this.database = database;
        this.broker = broker;
    }

    /**
     * Starts the parts, with a load in the broker's topics.
     *
     * @param messages hears what takes long
     */
    public static Site start(SiteSettings settings, Load load, Consumer<String> messages) throws IOException {
        Path folder = settings.data().resolve(load.name());
        Path filled = folder.resolve("filled");
        Site site = start(folder.resolve("kafka"), settings.withRecordingsOf(load.name()));
        try {
            if (!Files.exists(filled)) {
                messages.accept("Generating " + load + " …");
                load.send(settings.ports().bootstrapServers(), sent -> messages.accept(sent + " sent"));
                Files.writeString(filled, load + "\n", StandardCharsets.UTF_8);
            }
            return site;
        } catch (IOException | RuntimeException failed) {
            site.close();
            throw failed;
        }
    }

    /**
     * Starts the parts.
     *
     * @param topics where the broker keeps its topics
     */
    public static Site start(Path topics, SiteSettings settings) throws IOException {
        Ports ports = settings.ports();
        ports.requireFree();
        Path work = settings.data().resolve("work");
        Folders.delete(work);
        Files.createDirectories(work.resolve("logs"));
        ClickHouseServer database =
                ClickHouseServer.start(work, ports.clickHouseHttp(), ports.clickHouseNative(), EngineLibrary.find());
        try {
            ClickHouseClient migrator = database.client(ClickHouseUser.MIGRATOR);
            Migrations.packed().apply(migrator);
            CatalogueTables.load(migrator, Catalogue.shipped());
            ChildJvm broker = ChildJvm.start(
                    BrokerProcess.class,
                    BROKER_MEMORY,
                    Map.of(),
                    work.resolve("logs/broker"),
                    List.of(topics.toString(), Integer.toString(ports.base())));
            broker.hear();
            return new Site(work, settings, database, broker);
        } catch (IOException | RuntimeException failed) {
            database.close();
            throw failed;
        }
    }

    /** Where the parts listen. */
    public Ports ports() {
        return ports;
    }

    /** The database, signed in as a user. */
    public ClickHouseClient database(ClickHouseUser user) {
        return database.client(user);
    }

    /** Which ClickHouse it is. */
    public String databaseVersion() throws IOException {
        return database.client(ClickHouseUser.MIGRATOR).query("SELECT version()");
    }

    /** Where everything is that does not outlive this: logs, and the database with its passwords. */
    public Path folder() {
        return work;
    }

    /** Starts a process for the runs of a subject; none of them begins yet. */
    public SubjectRuns open(Subject subject) throws IOException, InterruptedException, ExecutionException {
        RunTraces traces = new RunTraces(ports, database.client(ClickHouseUser.MIGRATOR));
        try {
            long records = traces.records(subject.topic());
            return new SubjectRuns(start(subject, records), traces, settings.warmUps(records));
        } catch (IOException | InterruptedException | ExecutionException | RuntimeException failed) {
            traces.close();
            throw failed;
        }
    }

    /** Runs a job to the end of its topic in a process of its own, warm, on tables and topics without any trace of earlier ones. */
    public RunFigures run(Subject subject) throws IOException, InterruptedException, ExecutionException {
        try (SubjectRuns runs = open(subject)) {
            runs.warmUp(Map.of());
            return runs.measure(Map.of());
        }
    }

    /** Starts a job that runs until it is closed, on what the runs before have left. */
    public ChildJvm runUntilClosed(Subject subject) throws IOException {
        ChildJvm run = start(subject, 0);
        run.hear();
        return run;
    }

    private ChildJvm start(Subject subject, long records) throws IOException {
        processes++;
        RunOrder order = new RunOrder(
                subject,
                flinkFolder().toString(),
                work.toString(),
                ports.base(),
                records,
                broker.pid(),
                database.process().pid(),
                settings.profiles()
                        .map(folder -> folder.resolve("run-" + processes + "-"
                                        + subject.name().toLowerCase(Locale.ROOT) + ".jfr")
                                .toString())
                        .orElse(""));
        return ChildJvm.start(
                RunProcess.class,
                subject == Subject.DEAD_LETTERS ? DEAD_LETTERS_MEMORY : settings.runMemory(),
                Map.of(),
                work.resolve("logs/run-" + processes),
                List.of(JSON.writeValueAsString(order)));
    }

    private Path flinkFolder() {
        return work.resolve("flink-" + processes);
    }

    @Override
    public void close() {
        broker.close();
        database.close();
    }
}
