package dev.pennant.stack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The data folder of a stack, claimed by this process alone:
 *
 * <pre>
 * folder.properties   marks it as Pennant's
 * stack.properties    what runs on it, see {@link RunningStack}
 * lock                held by the process that runs on it
 * kafka/  clickhouse/  flink/checkpoints/JOB/  flink/tmp/  logs/
 * replay/             what `verify --replay` needs while it runs; its logs are in logs/replay
 * </pre>
 */
public final class StackFolder implements AutoCloseable {
    /** Below this a stack does not start, and one that runs is stopped while it can still write down where it is. */
    static final long SPACE_NEEDED = 300L << 20;

    private static final String MARKER = "folder.properties";
    private static final String LOCK = "lock";

    /** What says who is told of alerts. It may be there before everything else is. */
    private static final String NOTIFICATIONS = "notifications.properties";

    private static final int ATTEMPTS = 5;
    private static final long ATTEMPT_MILLIS = 50;
    private static final String LAYOUT = "layout=1\n";

    private final Path path;
    private final FileChannel channel;

    private StackFolder(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * Makes the folder if it is not there, and claims it for this process.
     *
     * @throws StackException when another process has it, when it is somebody else's, or when its disk is nearly full
     */
    public static StackFolder claim(Path path) {
        Path folder = prepare(path);
        try {
            FileChannel channel = FileChannel.open(
                    folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            // Whoever asks whether a stack runs has the lock for a moment.
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                if (!isTaken(channel)) {
                    // What a killed stack has written of itself is true no longer.
                    RunningStack.forget(folder);
                    return new StackFolder(folder, channel);
                }
                TimeUnit.MILLISECONDS.sleep(ATTEMPT_MILLIS);
            }
            channel.close();
        } catch (IOException failed) {
            throw unusable(folder, failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        String by = RunningStack.writtenIn(folder)
                .map(running -> "process " + running.pid())
                .orElse("another process");
        throw new StackException("The data folder " + folder + " is in use by " + by
                + ": stop that with `pennant down`, or choose another folder with --data.");
    }

    /**
     * Makes the folder if it is not there, without claiming it.
     *
     * @throws StackException when it is somebody else's, cannot be written, or its disk is nearly full
     */
    public static Path prepare(Path path) {
        Path folder = path.toAbsolutePath().normalize();
        try {
            Files.createDirectories(folder);
            if (!Files.exists(folder.resolve(MARKER))) {
                requireEmpty(folder);
                Files.writeString(folder.resolve(MARKER), LAYOUT, StandardCharsets.UTF_8);
            } else if (!Files.readString(folder.resolve(MARKER), StandardCharsets.UTF_8)
                    .equals(LAYOUT)) {
                throw new StackException(
                        "The data folder " + folder
                                + " was made by another version of Pennant: start that one, or choose another folder with --data.");
            }
            requireSpace(folder, SPACE_NEEDED);
            Files.createDirectories(folder.resolve("logs"));
            return folder;
        } catch (IOException failed) {
            throw unusable(folder, failed);
        }
    }

    /**
     * Makes sure that what a stack has made of its topics fits on the disk once more, with enough left for the stack to run on.
     *
     * @throws StackException when it does not
     */
    public static void requireSpaceForReplay(Path folder) {
        try {
            requireSpace(
                    folder,
                    SPACE_NEEDED + Folders.size(folder.resolve("clickhouse")) + Folders.size(folder.resolve("flink")));
        } catch (IOException failed) {
            throw unusable(folder, failed);
        }
    }

    private static void requireSpace(Path folder, long needed) throws IOException {
        long free = freeSpace(folder);
        if (free < needed) {
            throw new StackException("Only " + (free >> 20) + " MB are free on the disk of " + folder
                    + ", and Pennant needs " + (needed >> 20)
                    + " MB: free some, or choose a folder on another disk with --data.");
        }
    }

    /** Bytes that can still be written to the disk of a folder. */
    static long freeSpace(Path folder) throws IOException {
        return Files.getFileStore(folder).getUsableSpace();
    }

    /** The folder itself, absolute. */
    public Path path() {
        return path;
    }

    Path kafka() {
        return path.resolve("kafka");
    }

    Path flink() {
        return flinkIn(path);
    }

    /** Where the checkpoints of the jobs are in a data folder, each in a folder of its name. */
    public static Path checkpointsIn(Path folder) {
        return flinkIn(folder).resolve("checkpoints");
    }

    private static Path flinkIn(Path folder) {
        return folder.resolve("flink");
    }

    /** Lets other processes have the folder. */
    @Override
    public void close() {
        try {
            RunningStack.forget(path);
            channel.close();
        } catch (IOException failed) {
            throw unusable(path, failed);
        }
    }

    /** Whether some process runs on a folder now. */
    static boolean isClaimed(Path folder) {
        Path lock = folder.resolve(LOCK);
        if (!Files.exists(lock)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE)) {
            return isTaken(channel);
        } catch (IOException unreadable) {
            return false;
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

    /** What says who is told of alerts; nobody is where there is nothing. */
    Optional<Path> notifications() {
        return Optional.of(path.resolve(NOTIFICATIONS)).filter(Files::exists);
    }

    private static void requireEmpty(Path folder) throws IOException {
        try (Stream<Path> content = Files.list(folder)) {
            Path settings = folder.resolve(NOTIFICATIONS);
            if (content.anyMatch(file -> !file.equals(settings))) {
                throw new StackException("The folder " + folder
                        + " is not empty and not a data folder of Pennant's: choose another one with --data.");
            }
        }
    }

    private static StackException unusable(Path folder, IOException failed) {
        String why = failed instanceof FileAlreadyExistsException
                ? "it is not a folder"
                : failed instanceof AccessDeniedException ? "it must not be written" : failed.toString();
        return new StackException(
                "The data folder " + folder + " cannot be used (" + why + "): choose another one with --data.", failed);
    }
}
