package dev.pennant.cli;

import dev.pennant.replay.Replay;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;

/** Shows how far a replay is. */
final class ReplayProgress implements Replay.Watcher, AutoCloseable {
    private final InstantSource clock;
    private Optional<Progress> shown = Optional.empty();

    ReplayProgress(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public void applied(long records, long about) {
        Progress progress = shown.orElseGet(() -> Progress.onConsole("Replay", about, clock));
        shown = Optional.of(progress);
        progress.reached(records, String.format(Locale.ROOT, "%,d of about %,d records", records, about));
    }

    @Override
    public void close() {
        shown.ifPresent(Progress::close);
    }
}
