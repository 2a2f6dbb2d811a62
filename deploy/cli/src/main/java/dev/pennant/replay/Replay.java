package dev.pennant.replay;

import dev.pennant.audit.AuditException;
import dev.pennant.audit.Await;
import dev.pennant.audit.Offsets;
import dev.pennant.core.catalogue.Catalogue;
import dev.pennant.jobs.Job;
import dev.pennant.jobs.JobSettings;
import dev.pennant.jobs.clickhouse.ClickHouseAccess;
import dev.pennant.jobs.kafka.Topic;
import dev.pennant.jobs.kafka.Topics;
import dev.pennant.stack.Ports;
import dev.pennant.stack.StackException;
import dev.pennant.stack.StackJobs;
import dev.pennant.stack.clickhouse.CatalogueTables;
import dev.pennant.stack.clickhouse.ClickHouseClient;
import dev.pennant.stack.clickhouse.ClickHouseServer;
import dev.pennant.stack.clickhouse.ClickHouseUser;
import dev.pennant.stack.clickhouse.EngineLibrary;
import dev.pennant.stack.clickhouse.Migrations;
import dev.pennant.stack.flink.FlinkCluster;
import dev.pennant.stack.flink.StackJob;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All jobs again, from the beginning of a running stack's topics, with a Flink and a database of their own; what they tell goes to topics of their own
 * beside those of the stack, and nobody is told of alerts. The stack goes on meanwhile, and nothing of it is changed.
 *
 * <pre>
 * the stack's inputs ─→ jobs, replaying ─→ indicator-values-replay, standings-replay, dead-letters-replay
 *                                      └─→ a second database
 * </pre>
 */
public final class Replay implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Replay.class);
    private static final List<Job> JOBS =
            StackJobs.IN_ORDER.stream().map(Job::replay).toList();
    private static final List<Topic> TOLD =
            Topics.OUTPUTS.stream().map(Topic::replayed).toList();

    private final ReplayFolder folder;
    private final ReplayTopics topics;
    private final Ports ports;
    private final String bootstrapServers;
    private final Clock clock;
    private final Thread atExit = new Thread(this::closeAtExit, "stop-replay");
    private ClickHouseServer database;
    private FlinkCluster flink;
    private boolean closed;

    private Replay(ReplayFolder folder, Ports ports, String bootstrapServers, Clock clock) {
        this.folder = folder;
        this.topics = new ReplayTopics(bootstrapServers, TOLD, JOBS);
        this.ports = ports;
        this.bootstrapServers = bootstrapServers;
        this.clock = clock;
    }

    /** Hears how far a replay is. */
    @FunctionalInterface
    public interface Watcher {
        /** All jobs together have applied so many records, of about so many. */
        void applied(long records, long about);
    }

    /**
     * A replay that is yet to {@link #run}; it has to be closed, and closes itself when the process is told to end.
     *
     * @param path where its database and state are while it runs
     * @param stack where the stack listens
     * @throws StackException when another one is under way there
     */
    public static Replay beside(Path path, Ports stack, Clock clock) throws IOException {
        Ports ports = stack.nextFree();
        Replay replay = new Replay(ReplayFolder.claim(path), ports, stack.bootstrapServers(), clock);
        Runtime.getRuntime().addShutdownHook(replay.atExit);
        return replay;
    }

    /**
     * Applies all that is in the stack's topics by now.
     *
     * @throws StackException when a part does not start
     * @throws AuditException when it takes longer than the timeout
     */
    public void run(Duration timeout, Watcher watcher) throws Exception {
        Instant deadline = clock.instant().plus(timeout);
        unlessClosed(() -> {
            folder.empty();
            topics.remove();
            topics.create();
        });
        unlessClosed(this::startDatabase);
        unlessClosed(() -> flink = FlinkCluster.start(folder.flink(), ports, JOBS.size()));
        JobSettings settings = JobSettings.on(
                bootstrapServers,
                ClickHouseAccess.to(database.jdbcUrl(), ClickHouseUser.WRITER.id())
                        .withPassword(database.credentials().password(ClickHouseUser.WRITER)));
        for (Job job : JOBS) {
            unlessClosed(() ->
                    flink.submit(new StackJob(job.name(), environment -> job.define(environment, settings, clock))));
        }
        awaitRest(deadline, watcher);
    }

    /** The second database, as one of its users. */
    public ClickHouseClient database(ClickHouseUser user) {
        return database.client(user);
    }

    /** Stops it, and leaves nothing of it behind. */
    @Override
    public synchronized void close() throws IOException, AuditException {
        if (closed) {
            return;
        }
        closed = true;
        forgetExit();
        try {
            if (flink != null) {
                flink.close();
            }
            topics.remove();
        } finally {
            closeDatabase();
        }
    }

    /** What jobs tell is read by others, some of them by the one that told it: all are at rest when none has told anything more. */
    private void awaitRest(Instant deadline, Watcher watcher) throws AuditException {
        Await await = new Await(JOBS, bootstrapServers, ports.flinkUri(), clock);
        try (Offsets offsets = new Offsets(bootstrapServers)) {
            long about = 0;
            for (Job job : StackJobs.IN_ORDER) {
                about += sum(offsets.ends(job.inputs()));
            }
            long records = about;
            watcher.applied(0, records);
            Map<TopicPartition, Long> told;
            do {
                told = offsets.ends(TOLD);
                await.untilVisible(
                        Duration.between(clock.instant(), deadline),
                        behind -> watcher.applied(applied(offsets), records));
            } while (!told.equals(offsets.ends(TOLD)));
            watcher.applied(records, records);
        }
    }

    private static long applied(Offsets offsets) {
        try {
            long applied = 0;
            for (Job job : JOBS) {
                applied += sum(offsets.committed(job.group()));
            }
            return applied;
        } catch (AuditException unknown) {
            return 0;
        }
    }

    private static long sum(Map<TopicPartition, Long> offsets) {
        return offsets.values().stream().mapToLong(Long::longValue).sum();
    }

    private void closeDatabase() throws IOException {
        try {
            if (database != null) {
                database.close();
            }
        } finally {
            folder.close();
        }
    }

    private void startDatabase() throws IOException {
        database = ClickHouseServer.start(
                folder.path(), ports.clickHouseHttp(), ports.clickHouseNative(), EngineLibrary.find());
        ClickHouseClient migrator = database.client(ClickHouseUser.MIGRATOR);
        Migrations.packed().apply(migrator);
        CatalogueTables.load(migrator, Catalogue.shipped());
    }

    /** A part is started whole or not at all: whoever closes meanwhile waits for it, and then no other starts. */
    private synchronized void unlessClosed(Step step) throws Exception {
        if (closed) {
            throw new StackException("The replay was stopped.");
        }
        step.take();
    }

    private void forgetExit() {
        if (Thread.currentThread() != atExit) {
            try {
                Runtime.getRuntime().removeShutdownHook(atExit);
            } catch (IllegalStateException ending) {
                // The process ends, and its hook finds this closed.
            }
        }
    }

    private void closeAtExit() {
        try {
            close();
        } catch (IOException | AuditException | StackException failed) {
            LOG.warn("Not all of the replay could be removed; the next one does it: {}", failed.getMessage());
        }
    }

    @FunctionalInterface
    private interface Step {
        void take() throws Exception;
    }
}
