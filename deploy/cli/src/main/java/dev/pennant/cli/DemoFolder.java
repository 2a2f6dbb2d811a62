package dev.pennant.cli;

import dev.pennant.stack.Folders;
import dev.pennant.stack.Ports;
import dev.pennant.stack.Stack;
import dev.pennant.stack.StackException;
import dev.pennant.stack.StackFolder;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/** The data folder of a demonstration: a fresh one that is gone afterwards, or a kept one, which has its season only once. */
final class DemoFolder implements Closeable {
    private static final String SEASON_SENT = "season-sent";

    private final Path path;
    private final boolean kept;

    private DemoFolder(Path path, boolean kept) {
        this.path = path;
        this.kept = kept;
    }

    /**
     * The given folder, or a fresh one.
     *
     * @throws IOException when no folder can be made for temporary files
     */
    static DemoFolder of(Optional<Path> given) throws IOException {
        return given.isPresent()
                ? new DemoFolder(given.get().toAbsolutePath().normalize(), true)
                : new DemoFolder(Files.createTempDirectory("pennant-demo-"), false);
    }

    Path path() {
        return path;
    }

    /** Claims the folder for a stack that is yet to start, or removes it again where it cannot be had. */
    Stack claim(Ports ports, StackConsole console, Clock clock) throws IOException {
        try {
            StackLogs.into(StackFolder.prepare(path));
            console.starting(path, ports);
            return Stack.on(path, ports, console, clock);
        } catch (StackException refused) {
            close();
            throw refused;
        }
    }

    /** Whether the whole season was sent on this folder before. */
    boolean hasHadItsSeason() {
        return Files.exists(path.resolve(SEASON_SENT));
    }

    /** The whole season is in the topics. */
    void seasonWasSent(int events) throws IOException {
        Files.writeString(path.resolve(SEASON_SENT), "events=" + events + "\n", StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        if (!kept) {
            Folders.delete(path);
        }
    }
}
