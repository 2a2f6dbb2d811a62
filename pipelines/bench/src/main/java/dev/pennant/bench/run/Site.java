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

    private final Path work;
    private final Ports ports;
    private final SiteSettings settings;
    private final ClickHouseServer database;
    private final ChildJvm broker;
    private int runs;

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
        Site site = start(folder.resolve("kafka"), settings);
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

    /** Runs a job to the end of its topic, on tables and topics without any trace of earlier ones. */
    public RunFigures run(Subject subject) throws IOException, InterruptedException, ExecutionException {
        return runAfterwards(subject, Map.of());
    }

    /** Writes so many rows into each of the tables of details, which are empty at first. */
    public RunFigures write(Map<String, Long> rows) throws IOException, InterruptedException, ExecutionException {
        return runAfterwards(Subject.SINKS, rows);
    }

    /** Starts a job that runs until it is closed. */
    public ChildJvm runUntilClosed(Subject subject) throws IOException {
        ChildJvm run = start(subject, 0, 0, Map.of());
        run.hear();
        return run;
    }

    private RunFigures runAfterwards(Subject subject, Map<String, Long> rows)
            throws IOException, InterruptedException, ExecutionException {
        try (RunTraces traces = new RunTraces(ports, database.client(ClickHouseUser.MIGRATOR))) {
            traces.remove();
            long records = traces.records(subject.topic());
            int warmUps = settings.warmUps(records);
            try (ChildJvm run = start(subject, records, warmUps, rows)) {
                String answer = run.hear();
                for (int warmUp = 0; warmUp < warmUps; warmUp++) {
                    traces.remove();
                    answer = run.ask("again");
                }
                return JSON.readValue(answer, RunFigures.class);
            }
        } finally {
            Folders.delete(flinkFolder());
        }
    }

    private ChildJvm start(Subject subject, long records, int warmUps, Map<String, Long> rows) throws IOException {
        runs++;
        RunOrder order = new RunOrder(
                subject,
                flinkFolder().toString(),
                work.toString(),
                ports.base(),
                records,
                warmUps,
                broker.pid(),
                database.process().pid(),
                rows,
                settings.profiles()
                        .map(folder -> folder.resolve(
                                        "run-" + runs + "-" + subject.name().toLowerCase(Locale.ROOT) + ".jfr")
                                .toString())
                        .orElse(""));
        return ChildJvm.start(
                RunProcess.class,
                settings.runMemory(),
                Map.of(),
                work.resolve("logs/run-" + runs),
                List.of(JSON.writeValueAsString(order)));
    }

    private Path flinkFolder() {
        return work.resolve("flink-" + runs);
    }

    @Override
    public void close() {
        broker.close();
        database.close();
    }
}
