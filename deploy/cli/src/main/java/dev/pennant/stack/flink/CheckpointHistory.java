package dev.pennant.stack.flink;

import dev.pennant.stack.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.flink.api.common.JobID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The checkpoints of one job over all its runs: {@code RUN/chk-N}, where every run has a folder of its own, and a checkpoint is
 * complete when it has its {@code _metadata}.
 */
public final class CheckpointHistory {
    private static final Logger LOG = LoggerFactory.getLogger(CheckpointHistory.class);
    private static final String PREFIX = "chk-";
    private static final String METADATA = "_metadata";

    private final Path folder;

    /** The history in a folder, which need not exist yet. */
    public CheckpointHistory(Path folder) {
        this.folder = folder;
    }

    /** The newest checkpoint that a job can start from: one that cannot be read is passed over, with a warning. */
    public Optional<Path> newestReadable() throws IOException {
        for (Complete checkpoint : newestFirst()) {
            try {
                CheckpointFiles.requireWhole(checkpoint.folder());
                return Optional.of(checkpoint.folder());
            } catch (IOException broken) {
                LOG.warn(
                        "Checkpoint {} cannot be read, so an older one is taken: {}",
                        checkpoint.folder(),
                        broken.toString());
            }
        }
        return Optional.empty();
    }

    /** Removes what earlier runs have left, once the given run has a complete checkpoint of its own. */
    void forgetRunsBefore(JobID run) throws IOException {
        Path current = folder.resolve(run.toHexString());
        if (completeIn(current).isEmpty()) {
            return;
        }
        for (Path other : foldersIn(folder)) {
            if (!other.equals(current)) {
                Folders.delete(other);
            }
        }
    }

    private List<Complete> newestFirst() throws IOException {
        List<Complete> checkpoints = new ArrayList<>();
        for (Path run : foldersIn(folder)) {
            checkpoints.addAll(completeIn(run));
        }
        checkpoints.sort(Comparator.comparing(Complete::completedAt)
                .thenComparingLong(Complete::number)
                .reversed());
        return checkpoints;
    }

    private static List<Complete> completeIn(Path run) throws IOException {
        List<Complete> checkpoints = new ArrayList<>();
        for (Path checkpoint : foldersIn(run)) {
            String name = checkpoint.getFileName().toString();
            Path metadata = checkpoint.resolve(METADATA);
            if (name.matches(PREFIX + "\\d+") && Files.exists(metadata)) {
                long number = Long.parseLong(name.substring(PREFIX.length()));
                checkpoints.add(new Complete(checkpoint, number, Files.getLastModifiedTime(metadata)));
            }
        }
        return checkpoints;
    }

    private static List<Path> foldersIn(Path parent) throws IOException {
        try (Stream<Path> children = Files.list(parent)) {
            return children.filter(Files::isDirectory).toList();
        } catch (NoSuchFileException none) {
            return List.of();
        }
    }

    private record Complete(Path folder, long number, FileTime completedAt) {}
}
