package dev.pennant.cli;

import dev.pennant.rebuild.Rebuild;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;

/** Shows how far a rebuild is. */
final class RebuildProgress implements Rebuild.Watcher, AutoCloseable {
    private final PrintWriter messages;
    private final InstantSource clock;
    private Optional<Progress> replay = Optional.empty();

    RebuildProgress(PrintWriter messages, InstantSource clock) {
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public void step(String sentence) {
        close();
        messages.println(sentence);
        messages.flush();
    }

    @Override
    public void replayed(long records, long total) {
        Progress progress = replay.orElseGet(() -> Progress.onConsole("Replay", total, clock));
        replay = Optional.of(progress);
        progress.reached(records, String.format(Locale.ROOT, "%,d of %,d records", records, total));
    }

    /** What became of the values of a job that was rebuilt. */
    static String withdrawn(int values) {
        return String.format(Locale.ROOT, "%,d values that nothing stands behind any more are withdrawn.", values);
    }

    @Override
    public void close() {
        replay.ifPresent(Progress::close);
        replay = Optional.empty();
    }
}
