package dev.pennant.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;

/**
 * Shows how far long work has come: a bar that is drawn over itself on a terminal, and a line every few seconds elsewhere. It writes to the
 * stream for messages, never among results.
 */
public final class Progress implements AutoCloseable {
    private static final int BAR = 30;
    private static final Duration REDRAW = Duration.ofMillis(100);
    private static final Duration LINE = Duration.ofSeconds(5);

    private final String label;
    private final long total;
    private final PrintStream stream;
    private final boolean terminal;
    private final InstantSource clock;
    private final Instant begun;
    private Instant shown;
    private long done;

    /**
     * Begins to show.
     *
     * @param label what is being done
     * @param total how much there is to do, in any unit
     * @param terminal whether somebody watches a terminal
     */
    public Progress(String label, long total, PrintStream stream, boolean terminal, InstantSource clock) {
        this.label = label;
        this.total = total;
        this.stream = stream;
        this.terminal = terminal;
        this.clock = clock;
        begun = clock.instant();
        shown = begun;
        show("");
    }

    /** Progress on the standard stream for messages. */
    public static Progress onConsole(String label, long total, InstantSource clock) {
        return new Progress(label, total, System.err, Terminal.showsMessages(), clock);
    }

    /**
     * So much is done by now.
     *
     * @param note what is being worked on, or empty
     */
    public void reached(long amount, String note) {
        done = Math.min(amount, total);
        Instant now = clock.instant();
        if (Duration.between(shown, now).compareTo(terminal ? REDRAW : LINE) >= 0) {
            shown = now;
            show(note);
        }
    }

    /** Shows the end. */
    @Override
    public void close() {
        show("");
        if (terminal) {
            stream.println();
        }
        stream.flush();
    }

    private void show(String note) {
        int percent = total == 0 ? 100 : (int) (100.0 * done / total);
        long seconds = Duration.between(begun, clock.instant()).toSeconds();
        if (terminal) {
            int filled = percent * BAR / 100;
            stream.printf(
                    Locale.ROOT,
                    "\r%s [%s%s] %3d %%  %d s  %s\u001b[K",
                    label,
                    "█".repeat(filled),
                    "·".repeat(BAR - filled),
                    percent,
                    seconds,
                    note);
        } else {
            stream.printf(Locale.ROOT, "%s: %d %%, %d s %s%n", label, percent, seconds, note);
        }
        stream.flush();
    }
}
