package dev.pennant.stack.rebuild;

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

    private static final String GREATEST_VERSION =
            """
            SELECT max(version) FROM pennant.indicator_latest
            WHERE indicator IN (SELECT id FROM pennant.indicator_definitions FINAL WHERE amount = 'receipts')""";

    private final Path note;
    private final Path history;
    private final Properties content;

    private PendingSwap(Path checkpoints, String job, Properties content) {
        this.note = checkpoints.resolve(job + ".swap");
        this.history = checkpoints.resolve(job);
        this.content = content;
    }

    /** The one that is pending for a job, if any. */
    public static Optional<PendingSwap> of(Path checkpoints, String job) throws IOException {
        PendingSwap pending = new PendingSwap(checkpoints, job, new Properties());
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
    public static PendingSwap begin(Path checkpoints, String job, Path checkpoint, ShadowTables tables)
            throws IOException {
        PendingSwap pending = new PendingSwap(checkpoints, job, new Properties());
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
     */
    public void carryOut(ClickHouseClient migrator) throws IOException {
        if (isCarriedOut()) {
            return;
        }
        Map<String, String> identities = new TreeMap<>();
        for (String name : content.stringPropertyNames()) {
            if (name.startsWith(TABLE)) {
                identities.put(name.substring(TABLE.length()), content.getProperty(name));
            }
        }
        new ShadowTables(migrator).swap(identities);
        Folders.delete(history);
        content.setProperty(VERSION_BEFORE, migrator.query(GREATEST_VERSION));
        write();
    }

    /** The greatest version of a value that the job told before the swap: what has no greater one since is not told any more. */
    public String versionBefore() {
        return content.getProperty(VERSION_BEFORE);
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
