package dev.pennant.stack;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;

/**
 * What a stack tells other processes of itself, in {@code stack.properties} of its data folder.
 *
 * @param pid of its process
 * @param ports where it listens
 * @param startedAt when it was started
 * @param ready whether everything runs
 */
public record RunningStack(long pid, Ports ports, Instant startedAt, boolean ready) {
    private static final String FILE = "stack.properties";
    private static final String PID = "pid";
    private static final String PORT_BASE = "port-base";
    private static final String STARTED_AT = "started-at";
    private static final String READY = "ready";

    /** The stack that runs on a data folder now; nothing where there is none, or where it was killed. */
    public static Optional<RunningStack> on(Path folder) {
        // The process that holds the lock must not open the file again: closing it would give up the lock.
        return writtenIn(folder)
                .filter(stack -> stack.pid == ProcessHandle.current().pid() || StackFolder.isClaimed(folder));
    }

    /** What the last stack on a folder has written, whether it still runs or not. */
    static Optional<RunningStack> writtenIn(Path folder) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(folder.resolve(FILE), StandardCharsets.UTF_8)) {
            properties.load(reader);
            return Optional.of(new RunningStack(
                    Long.parseLong(properties.getProperty(PID)),
                    new Ports(Integer.parseInt(properties.getProperty(PORT_BASE))),
                    Instant.parse(properties.getProperty(STARTED_AT)),
                    Boolean.parseBoolean(properties.getProperty(READY))));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException | RuntimeException unreadable) {
            throw new StackException("The file " + folder.resolve(FILE) + " cannot be read: delete it.", unreadable);
        }
    }

    /** Writes it down, at once or not at all. */
    void writeTo(Path folder) throws IOException {
        String content = PID + "=" + pid + "\n" + PORT_BASE + "=" + ports.base() + "\n" + STARTED_AT + "=" + startedAt
                + "\n" + READY + "=" + ready + "\n";
        Path draft = folder.resolve(FILE + ".draft");
        Files.writeString(draft, content, StandardCharsets.UTF_8);
        Files.move(draft, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    static void forget(Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve(FILE));
    }
}
