package dev.pennant.stack;

import dev.pennant.core.catalogue.Catalogue;
import dev.pennant.jobs.Job;
import dev.pennant.jobs.JobSettings;
import dev.pennant.jobs.kafka.Topics;
import dev.pennant.jobs.metrics.ClickHouseReporterFactory;
import dev.pennant.stack.clickhouse.CatalogueTables;
import dev.pennant.stack.clickhouse.ClickHouseClient;
import dev.pennant.stack.clickhouse.ClickHouseServer;
import dev.pennant.stack.clickhouse.ClickHouseUser;
import dev.pennant.stack.clickhouse.EngineLibrary;
import dev.pennant.stack.clickhouse.Migrations;
import dev.pennant.stack.flink.FlinkCluster;
import dev.pennant.stack.flink.StackJob;
import dev.pennant.stack.kafka.AlertRuleTopic;
import dev.pennant.stack.kafka.KafkaBroker;
import dev.pennant.stack.kafka.TopicSetup;
import dev.pennant.stack.rebuild.PendingSwap;
import dev.pennant.stack.rebuild.RebuiltJob;
import dev.pennant.wall.http.WallServer;
import dev.pennant.wall.query.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.kafka.clients.admin.Admin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The whole of Pennant on one machine: Kafka and Flink in this process, ClickHouse in a child of it, everything it knows in one
 * folder; and the wall that shows it. A stack that was killed at any moment starts again on its folder, and goes on from its last checkpoints.
 */
public final class Stack implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Stack.class);
    private static final Path BOARDS = Path.of("dashboards/grafana/dashboards");
    private static final Path VIEWER = Path.of("dashboards/viewer/dist");

    private final StackFolder folder;
    private final Ports ports;
    private final StartLog log;
    private final Clock clock;
    private final Instant startedAt;
    private volatile ClickHouseServer clickHouse;
    private volatile WallServer wall;
    private volatile KafkaBroker kafka;
    private volatile FlinkCluster flink;

    private Stack(StackFolder folder, Ports ports, StartLog log, Clock clock) {
        this.folder = folder;
        this.ports = ports;
        this.log = log;
        this.clock = clock;
        this.startedAt = clock.instant();
    }

    /**
     * Claims a folder for a stack that is yet to {@link #start}; from then on it has to be closed.
     *
     * @param data the data folder, made where there is none
     * @param ports where the parts listen
     * @param log hears of every part that runs
     * @param clock tells when it was started
     * @throws StackException when the folder or a port cannot be had
     */
    public static Stack on(Path data, Ports ports, StartLog log, Clock clock) {
        StackFolder folder = StackFolder.claim(data);
        try {
            ports.requireFree();
            Stack stack = new Stack(folder, ports, log, clock);
            stack.announce(false);
            return stack;
        } catch (RuntimeException failed) {
            folder.close();
            throw failed;
        }
    }

    /** What is left to do when all parts of a stack run, before it is said to be ready. */
    @FunctionalInterface
    public interface LastStep {
        /** Does it. */
        void on(Stack stack) throws IOException, InterruptedException;
    }

    /**
     * Starts everything, and returns when all of it runs.
     *
     * @throws StackException when a part does not start; whatever did start runs until {@link #close}
     */
    public void start() {
        startParts();
        sayReady();
    }

    /** The same, with a last step. */
    public void start(LastStep last) throws IOException, InterruptedException {
        startParts();
        last.on(this);
        sayReady();
    }

    private void startParts() {
        all(List.of(this::startClickHouseAndWhatNeedsIt, this::startKafka));
        JobSettings told = StackJobs.settings(ports, clickHouse.credentials());
        JobSettings settings = folder.notifications().map(told::notifyingBy).orElse(told);
        all(StackJobs.IN_ORDER.stream()
                .map(job -> (Callable<Void>) () -> submit(job, settings))
                .toList());
    }

    private void sayReady() {
        log.ready(ports, age());
        announce(true);
    }

    /** Where it listens. */
    public Ports ports() {
        return ports;
    }

    /** Its data folder. */
    public Path path() {
        return folder.path();
    }

    /** Its database, as one of its users. */
    public ClickHouseClient clickHouse(ClickHouseUser user) {
        return clickHouse.client(user);
    }

    /**
     * Whether everything can go on.
     *
     * @return what cannot, as a sentence
     */
    public Optional<String> complaint() {
        if (!clickHouse.process().isAlive()) {
            return Optional.of("ClickHouse has stopped: its reasons stand in "
                    + folder.path().resolve("logs") + ".");
        }
        try {
            if (StackFolder.freeSpace(folder.path()) < StackFolder.SPACE_NEEDED / 2) {
                return Optional.of("The disk of " + folder.path()
                        + " is full: free some space and start again, nothing that was sent is lost.");
            }
        } catch (IOException unknown) {
            return Optional.of("The data folder " + folder.path() + " cannot be reached any more: " + unknown + ".");
        }
        return Optional.empty();
    }

    /** Stops everything in order, after a last checkpoint of every job. */
    @Override
    public void close() {
        CompletableFuture<Void> dark = CompletableFuture.runAsync(() -> close(wall));
        close(flink);
        dark.join();
        CompletableFuture.allOf(
                        CompletableFuture.runAsync(() -> close(kafka)),
                        CompletableFuture.runAsync(() -> close(clickHouse)))
                .join();
        folder.close();
    }

    private Void startClickHouseAndWhatNeedsIt() throws Exception {
        startClickHouse();
        startWall();
        startFlink();
        return null;
    }

    private void startClickHouse() throws IOException {
        clickHouse = ClickHouseServer.start(
                folder.path(), ports.clickHouseHttp(), ports.clickHouseNative(), EngineLibrary.find());
        ClickHouseClient migrator = clickHouse.client(ClickHouseUser.MIGRATOR);
        List<String> applied = Migrations.packed().apply(migrator, () -> carryOutSwaps(migrator));
        CatalogueTables.load(migrator, Catalogue.shipped());
        running("ClickHouse", applied.isEmpty() ? "" : "migrations applied: " + applied.size());
    }

    /** Before migrations, which alter the tables that are read and not those that are to take their place. */
    private void carryOutSwaps(ClickHouseClient migrator) throws IOException {
        for (RebuiltJob rebuilt : RebuiltJob.ALL) {
            Optional<PendingSwap> pending = PendingSwap.of(StackFolder.checkpointsIn(folder.path()), rebuilt);
            if (pending.isPresent()) {
                pending.get().carryOut(migrator, clock.instant());
            }
        }
    }

    private void startWall() throws IOException {
        String password = clickHouse.credentials().password(ClickHouseUser.WALL);
        wall = WallServer.start(
                new Database(clickHouse.url(), ClickHouseUser.WALL.id(), password),
                HouseFolder.find(BOARDS),
                HouseFolder.find(VIEWER),
                Ports.LOOPBACK,
                ports.wall(),
                clock);
        running("the wall", "");
    }

    private Void startKafka() throws Exception {
        kafka = KafkaBroker.start(folder.kafka(), ports);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", ports.bootstrapServers()))) {
            new TopicSetup(admin, Topics.LOCAL_PARTITIONS).ensure(Topics.ALL);
        }
        new AlertRuleTopic(ports.bootstrapServers()).begin(Catalogue.shipped().alertRules());
        running("Kafka", "");
        return null;
    }

    private void startFlink() throws Exception {
        String password = clickHouse.credentials().password(ClickHouseUser.WRITER);
        flink = FlinkCluster.start(
                folder.flink(),
                ports,
                StackJobs.IN_ORDER.size(),
                ClickHouseReporterFactory.settings(clickHouse.jdbcUrl(), ClickHouseUser.WRITER.id(), password));
        running("Flink", "");
    }

    private Void submit(Job job, JobSettings settings) throws Exception {
        Optional<RebuiltJob> rebuilt = RebuiltJob.named(job.name());
        Optional<PendingSwap> pending = rebuilt.isPresent()
                ? PendingSwap.of(StackFolder.checkpointsIn(folder.path()), rebuilt.get())
                : Optional.empty();
        if (pending.isPresent()) {
            pending.get().carryOut(clickHouse.client(ClickHouseUser.MIGRATOR), clock.instant());
        }
        Optional<Path> checkpoint = flink.submit(
                new StackJob(job.name(), environment -> job.define(environment, settings, clock)),
                pending.map(PendingSwap::checkpoint));
        running(
                "job " + job.name(),
                checkpoint.map(path -> "from checkpoint " + path.getFileName()).orElse("from the beginning"));
        return null;
    }

    private void running(String part, String note) {
        log.running(part, age(), note);
    }

    private Duration age() {
        return Duration.between(startedAt, clock.instant());
    }

    private void announce(boolean ready) {
        try {
            new RunningStack(ProcessHandle.current().pid(), ports, startedAt, ready).writeTo(folder.path());
        } catch (IOException failed) {
            throw new StackException(
                    "The data folder " + folder.path() + " cannot be written: " + failed + ".", failed);
        }
    }

    /** Does all of it at once, and throws what failed first. */
    private static void all(List<Callable<Void>> parts) {
        List<CompletableFuture<Void>> futures = new ArrayList<>();
        for (Callable<Void> part : parts) {
            CompletableFuture<Void> future = new CompletableFuture<>();
            futures.add(future);
            Thread thread = new Thread(() -> complete(future, part), "start");
            thread.setDaemon(true);
            thread.start();
        }
        try {
            CompletableFuture.allOf(futures.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException failed) {
            Throwable cause = failed.getCause();
            LOG.info("The stack did not start", cause);
            throw cause instanceof StackException known
                    ? known
                    : new StackException("The stack did not start: " + cause + ".", cause);
        }
    }

    private static void complete(CompletableFuture<Void> future, Callable<Void> part) {
        try {
            future.complete(part.call());
        } catch (Throwable failed) {
            future.completeExceptionally(failed);
        }
    }

    private static void close(AutoCloseable part) {
        if (part == null) {
            return;
        }
        try {
            part.close();
        } catch (Exception failed) {
            LOG.warn("A part of the stack did not stop in order", failed);
        }
    }
}
