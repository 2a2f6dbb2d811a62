package dev.pennant.stack.rebuild;

import dev.pennant.core.indicator.Version;
import dev.pennant.stack.Folders;
import dev.pennant.stack.clickhouse.ClickHouseClient;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/**
 * A rebuild that has come to its swap: from here on there is only the way forward. It is written down beside the checkpoints, so that whoever
 * comes next can go on, be it the same command called again or the next start of the stack.
 */
public final class PendingSwap {
    private static final String CHECKPOINT = "checkpoint";
    private static final String TABLE = "table.";
    private static final String VERSION_BEFORE = "version-before";
    private static final String EPOCH = "epoch";

    private static final String GREATEST_VERSION =
            "SELECT max(version) FROM pennant.indicator_latest WHERE indicator IN {indicators:Array(String)}";

    private final RebuiltJob rebuilt;
    private final Path note;
    private final Path history;
    private final Properties content;

    private PendingSwap(Path checkpoints, RebuiltJob rebuilt) {
        String job = rebuilt.job().name();
        this.rebuilt = rebuilt;
        this.note = checkpoints.resolve(job + ".swap");
        this.history = checkpoints.resolve(job);
        this.content = new Properties();
    }

    /** The one that is pending for a job, if any. */
    public static Optional<PendingSwap> of(Path checkpoints, RebuiltJob rebuilt) throws IOException {
        PendingSwap pending = new PendingSwap(checkpoints, rebuilt);
        try (Reader reader = Files.newBufferedReader(pending.note, StandardCharsets.UTF_8)) {
            pending.content.load(reader);
            return Optional.of(pending);
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
    }

    /**
     * Decides for the swap.
     *
     * @param checkpoint of the shadow that the job is to go on from
     */
    public static PendingSwap begin(Path checkpoints, RebuiltJob rebuilt, Path checkpoint, ShadowTables tables)
            throws IOException {
        PendingSwap pending = new PendingSwap(checkpoints, rebuilt);
        pending.content.setProperty(CHECKPOINT, checkpoint.toString());
        tables.identities().forEach((table, identity) -> pending.content.setProperty(TABLE + table, identity));
        pending.write();
        return pending;
    }

    /** What the job goes on from, unless it has a checkpoint of its own again. */
    public Path checkpoint() {
        return Path.of(content.getProperty(CHECKPOINT));
    }

    /** Whether the tables are swapped and the job's old state is gone. */
    public boolean isCarriedOut() {
        return content.containsKey(VERSION_BEFORE);
    }

    /**
     * Swaps the tables, and gives up the state that belongs to the old ones. The job must not run meanwhile; to repeat it changes nothing.
     *
     * @param migrator signs in as the migrator
     * @param now when that is
     */
    public void carryOut(ClickHouseClient migrator, Instant now) throws IOException {
        if (isCarriedOut()) {
            return;
        }
        Map<String, String> identities = new TreeMap<>();
        for (String name : content.stringPropertyNames()) {
            if (name.startsWith(TABLE)) {
                identities.put(name.substring(TABLE.length()), content.getProperty(name));
            }
        }
        new ShadowTables(rebuilt, migrator).swap(identities);
        Folders.delete(history);
        String before = migrator.query(GREATEST_VERSION, Map.of("param_indicators", rebuilt.indicatorsParameter()));
        long epochBefore = Version.unpacked(Long.parseUnsignedLong(before)).epoch();
        content.setProperty(VERSION_BEFORE, before);
        content.setProperty(EPOCH, Long.toString(Version.epochAt(now, epochBefore)));
        write();
    }

    /** The greatest version of a value that the job told before the swap: what has no greater one since is not told any more. */
    public String versionBefore() {
        return content.getProperty(VERSION_BEFORE);
    }

    /** The epoch in which what the shadow told is told again: after all that the job told before, and before all that it tells from now on. */
    public long epoch() {
        return Long.parseLong(content.getProperty(EPOCH));
    }

    /** All is done. */
    public void forget() throws IOException {
        Files.deleteIfExists(note);
    }

    /** At once or not at all. */
    private void write() throws IOException {
        Path draft = note.resolveSibling(note.getFileName() + ".draft");
        try (Writer writer = Files.newBufferedWriter(draft, StandardCharsets.UTF_8)) {
            content.store(writer, null);
        }
        Files.move(draft, note, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
