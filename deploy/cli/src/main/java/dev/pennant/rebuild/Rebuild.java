package dev.pennant.rebuild;

import dev.pennant.audit.AuditException;
import dev.pennant.audit.Await;
import dev.pennant.audit.Offsets;
import dev.pennant.jobs.Job;
import dev.pennant.jobs.JobSettings;
import dev.pennant.stack.Folders;
import dev.pennant.stack.Ports;
import dev.pennant.stack.StackException;
import dev.pennant.stack.StackFolder;
import dev.pennant.stack.StackJobs;
import dev.pennant.stack.clickhouse.ClickHouseClient;
import dev.pennant.stack.clickhouse.ClickHouseCredentials;
import dev.pennant.stack.flink.CheckpointHistory;
import dev.pennant.stack.flink.FlinkRest;
import dev.pennant.stack.flink.JobSubmission;
import dev.pennant.stack.flink.StackJob;
import dev.pennant.stack.rebuild.PendingSwap;
import dev.pennant.stack.rebuild.RebuiltJob;
import dev.pennant.stack.rebuild.ShadowTables;
import dev.pennant.stack.rebuild.ToldValues;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/**
 * Replays a job's topics into fresh state and tables beside the running ones, and then swaps.
 *
 * <pre>
 * the job ─────────────────────────────────────────┐ last checkpoint, ends
 * its shadow: from the beginning … has caught up ──┘ last checkpoint, ends → tables change places → the job, from the shadow's checkpoint;
 *                                                                            what the shadow told is told again, and what it did not is withdrawn
 * </pre>
 *
 * <p>Until the swap a failure leaves everything as it was. From the swap on there is a {@link PendingSwap}, with which the same call goes on.
 */
public final class Rebuild {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long POLL_MILLIS = 200;

    /** Hears how far a rebuild is. */
    public interface Watcher {
        /** What comes next. */
        void step(String sentence);

        /** So many of the records have been replayed. */
        void replayed(long records, long total);
    }

    private final RebuiltJob rebuilt;
    private final Job job;
    private final Job shadow;
    private final Parts parts;
    private final FlinkRest flink;
    private final ShadowTables tables;
    private final Clock clock;
    private final Watcher watcher;
    private volatile boolean stopped;

    /**
     * The parts of a running stack.
     *
     * @param checkpoints where the checkpoints of its jobs are
     * @param migrator its database, as the migrator
     * @param settings what its jobs are told
     */
    public record Parts(
            String bootstrapServers, URI flink, Path checkpoints, ClickHouseClient migrator, JobSettings settings) {
        /**
         * Those of the stack on a data folder.
         *
         * @param migrator its database, as the migrator
         */
        public static Parts of(Path data, Ports ports, ClickHouseClient migrator) throws IOException {
            return new Parts(
                    ports.bootstrapServers(),
                    ports.flinkUri(),
                    StackFolder.checkpointsIn(data),
                    migrator,
                    StackJobs.settings(ports, ClickHouseCredentials.read(data)));
        }
    }

    /** Rebuilds a job of a stack. */
    public Rebuild(RebuiltJob rebuilt, Parts parts, Clock clock, Watcher watcher) {
        this.rebuilt = rebuilt;
        this.job = rebuilt.job();
        this.shadow = job.shadow();
        this.parts = parts;
        this.flink = new FlinkRest(parts.flink());
        this.tables = new ShadowTables(rebuilt, parts.migrator());
        this.clock = clock;
        this.watcher = watcher;
    }

    /**
     * Rebuilds, or finishes a rebuild that was interrupted in its swap.
     *
     * @param timeout how long the replay may take
     * @return how many values were withdrawn because the rebuilt job does not tell them
     * @throws StackException when it failed; the message says what state that leaves
     */
    public int run(Duration timeout) throws InterruptedException {
        return alone(() -> {
            Optional<PendingSwap> interrupted = interrupted();
            return swap(interrupted.isPresent() ? interrupted.get() : replay(timeout));
        });
    }

    /**
     * Finishes a rebuild that was interrupted in its swap; where none was, nothing happens.
     *
     * @return how many values were withdrawn; nothing where none was interrupted
     * @throws StackException when it failed; {@link #run} goes on with it then
     */
    public OptionalInt finish() throws IOException, InterruptedException {
        if (PendingSwap.of(parts.checkpoints(), rebuilt).isEmpty()) {
            return OptionalInt.empty();
        }
        return alone(() -> {
            Optional<PendingSwap> interrupted = interrupted();
            return interrupted.isPresent() ? OptionalInt.of(swap(interrupted.get())) : OptionalInt.empty();
        });
    }

    private Optional<PendingSwap> interrupted() throws IOException {
        Optional<PendingSwap> interrupted = PendingSwap.of(parts.checkpoints(), rebuilt);
        if (interrupted.isPresent()) {
            watcher.step("A rebuild was interrupted in its swap: that one is finished, and nothing is replayed anew.");
        }
        return interrupted;
    }

    /** Does what only one process may do at a time. */
    private <T> T alone(Callable<T> work) throws InterruptedException {
        Path lockFile = parts.checkpoints().resolve(job.name() + ".rebuild-lock");
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock alone = channel.tryLock()) {
            if (alone == null) {
                throw new StackException("Another rebuild of '" + job.name() + "' is under way.");
            }
            return work.call();
        } catch (StackException | InterruptedException known) {
            throw known;
        } catch (Exception failed) {
            throw new StackException(
                    "The rebuild stopped in its swap: " + failed.getMessage() + "; `pennant rebuild " + job.name()
                            + "` goes on with it.",
                    failed);
        }
    }

    /** From another thread: fails a replay when it next looks how far it is, which leaves everything as it was. A swap goes on to its end. */
    public void stop() {
        stopped = true;
    }

    private PendingSwap replay(Duration timeout) throws InterruptedException {
        try {
            removeShadow();
            tables.create();
            watcher.step("Replaying " + topics() + " beside the running job …");
            submit(shadow, parts.settings(), Optional.empty());
            awaitCaughtUp(timeout);
            end(shadow);
            Path checkpoint = new CheckpointHistory(folder(shadow))
                    .newestReadable()
                    .orElseThrow(() -> new IOException("the shadow left no checkpoint"));
            failIfStopped();
            return PendingSwap.begin(parts.checkpoints(), rebuilt, checkpoint, tables);
        } catch (Exception failed) {
            abandon(failed);
            if (failed instanceof InterruptedException interrupted) {
                throw interrupted;
            }
            throw new StackException(
                    "The rebuild failed; the job '" + job.name() + "' and its tables are as they were: "
                            + failed.getMessage(),
                    failed);
        }
    }

    private int swap(PendingSwap swap) throws Exception {
        watcher.step("Swapping …");
        if (!swap.isCarriedOut()) {
            end(job);
            swap.carryOut(parts.migrator(), clock.instant());
        }
        if (flink.living(job.name()).isEmpty()) {
            submit(job, parts.settings(), Optional.of(swap.checkpoint()));
        }
        takeCheckpoint(job);
        int withdrawn;
        try (ToldValues values = new ToldValues(parts.migrator(), parts.bootstrapServers(), clock)) {
            values.tellAgain(swap.epoch());
            withdrawn = values.withdraw(rebuilt.indicatorsParameter(), swap.versionBefore());
        }
        swap.forget();
        removeShadow();
        return withdrawn;
    }

    private void awaitCaughtUp(Duration timeout) throws AuditException {
        try (Offsets offsets = new Offsets(parts.bootstrapServers())) {
            long total = offsets.lag(shadow.group(), shadow.inputs());
            new Await(List.of(shadow), parts.bootstrapServers(), parts.flink(), clock).untilVisible(timeout, behind -> {
                failIfStopped();
                watcher.replayed(Math.max(0, total - behind), total);
            });
        }
    }

    private void failIfStopped() {
        if (stopped) {
            throw new StackException("it was stopped");
        }
    }

    private void submit(Job submitted, JobSettings settings, Optional<Path> from) throws Exception {
        StackJob stackJob =
                new StackJob(submitted.name(), environment -> submitted.define(environment, settings, clock));
        JobSubmission.submit(parts.flink(), parts.checkpoints(), stackJob, from);
    }

    /** With a last checkpoint, where it runs at all. */
    private void end(Job ending) throws IOException, InterruptedException {
        Optional<FlinkRest.Job> running = flink.living(ending.name());
        if (running.isPresent()) {
            takeCheckpoint(ending);
            flink.cancel(running.get(), PATIENCE);
        }
    }

    /** A job that is just starting takes none yet. */
    private void takeCheckpoint(Job of) throws IOException, InterruptedException {
        Instant deadline = clock.instant().plus(PATIENCE);
        while (true) {
            try {
                FlinkRest.Job running = flink.living(of.name())
                        .orElseThrow(() -> new IOException("the job '" + of.name() + "' does not run"));
                flink.takeCheckpoint(running.id(), Duration.between(clock.instant(), deadline));
                return;
            } catch (IOException notYet) {
                if (clock.instant().isAfter(deadline)) {
                    throw notYet;
                }
                TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
            }
        }
    }

    private void removeShadow() throws IOException, AuditException {
        Optional<FlinkRest.Job> left = flink.living(shadow.name());
        if (left.isPresent()) {
            flink.cancel(left.get(), PATIENCE);
        }
        tables.drop();
        Folders.delete(folder(shadow));
        try (Offsets offsets = new Offsets(parts.bootstrapServers())) {
            offsets.forget(shadow.group());
        }
    }

    private void abandon(Exception failed) {
        try {
            removeShadow();
        } catch (IOException | AuditException more) {
            failed.addSuppressed(more);
        }
    }

    private Path folder(Job of) {
        return parts.checkpoints().resolve(of.name());
    }

    private String topics() {
        return String.join(
                " and ", job.inputs().stream().map(topic -> topic.name()).toList());
    }
}
