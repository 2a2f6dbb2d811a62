package dev.pennant.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private Instant now = Instant.parse("2020-11-01T04:00:00Z");

    @Test
    void aTerminalSeesABarThatIsDrawnOverItself() {
        try (Progress progress = progress(200, true)) {
            pass(Duration.ofMillis(50));
            progress.reached(50, "too soon to be seen");
            pass(Duration.ofMillis(100));
            progress.reached(100, "half.csv");
        }

        assertThat(text())
                .contains("\rReading [" + "█".repeat(15) + "·".repeat(15) + "]  50 %")
                .contains("half.csv")
                .doesNotContain("too soon")
                .endsWith(System.lineSeparator());
    }

    @Test
    void elsewhereThereIsALineEveryFewSeconds() {
        try (Progress progress = progress(200, false)) {
            for (int second = 1; second <= 11; second++) {
                pass(Duration.ofSeconds(1));
                progress.reached(second * 10L, "");
            }
        }

        assertThat(text().lines().map(String::stripTrailing))
                .containsExactly(
                        "Reading: 0 %, 0 s", "Reading: 25 %, 5 s", "Reading: 50 %, 10 s", "Reading: 55 %, 11 s");
    }

    @Test
    void nothingToDoIsDoneAtOnceAndMoreThanAllIsAll() {
        progress(0, false).close();
        try (Progress progress = progress(10, false)) {
            progress.reached(11, "");
        }

        assertThat(text()).contains("Reading: 100 %, 0 s").doesNotContain("110 %");
    }

    private Progress progress(long total, boolean terminal) {
        PrintStream stream = new PrintStream(written, true, StandardCharsets.UTF_8);
        return new Progress("Reading", total, stream, terminal, () -> now);
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }

    private String text() {
        return written.toString(StandardCharsets.UTF_8);
    }
}
