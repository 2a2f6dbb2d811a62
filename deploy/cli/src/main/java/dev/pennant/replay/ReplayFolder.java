package dev.pennant.replay;

import dev.pennant.stack.Folders;
import dev.pennant.stack.StackException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/** The folder of a replay, claimed by this process alone until it is closed, with which the folder is gone. */
final class ReplayFolder implements AutoCloseable {
    private static final String LOCK = "lock";

    private final Path path;
    private final FileChannel channel;

    private ReplayFolder(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * Makes it if it is not there, and claims it.
     *
     * @throws StackException when another replay has it
     */
    static ReplayFolder claim(Path path) throws IOException {
        Files.createDirectories(path);
        FileChannel channel = FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (isTaken(channel)) {
            channel.close();
            throw new StackException(
                    "Another replay is under way in " + path + ": wait for it, or end that one first.");
        }
        return new ReplayFolder(path, channel);
    }

    Path path() {
        return path;
    }

    Path flink() {
        return path.resolve("flink");
    }

    /** Removes what one that was killed has left in it. */
    void empty() throws IOException {
        try (Stream<Path> content = Files.list(path)) {
            List<Path> left = content.filter(file -> !file.endsWith(LOCK)).toList();
            for (Path each : left) {
                Folders.delete(each);
            }
        }
    }

    @Override
    public void close() throws IOException {
        try {
            Folders.delete(path);
        } finally {
            channel.close();
        }
    }

    private static boolean isTaken(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock == null;
        } catch (OverlappingFileLockException byThisProcess) {
            return true;
        }
    }
}
