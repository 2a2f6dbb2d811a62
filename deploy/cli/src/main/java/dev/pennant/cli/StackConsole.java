package dev.pennant.cli;

import dev.pennant.stack.Ports;
import dev.pennant.stack.StartLog;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/** What a person reads while a stack comes up and goes down. */
final class StackConsole implements StartLog {
    private static final double MILLIS = 1000;

    private final PrintWriter out;

    StackConsole(PrintWriter out) {
        this.out = out;
    }

    void starting(Path data, Ports ports) {
        print("Starting on %s, ports %d to %d …", data, ports.wall(), ports.clickHouseNative());
    }

    @Override
    public synchronized void running(String part, Duration took, String note) {
        print("  %-18s %5.1f s  %s", part, took.toMillis() / MILLIS, note);
    }

    @Override
    public synchronized void ready(Ports ports, Duration took) {
        print(
                "Ready in %.1f s: the wall at %s, Flink at http://localhost:%d, ClickHouse at http://localhost:%d, Kafka at %s."
                        + " Next: `pennant import`, `pennant sql`, `pennant status`; Ctrl-C or `pennant down` stops it.",
                took.toMillis() / MILLIS,
                ports.wallUri(),
                ports.flinkWeb(),
                ports.clickHouseHttp(),
                ports.bootstrapServers());
    }

    void stopping() {
        print("Stopping …");
    }

    void stopped(Duration took) {
        print("Stopped in %.1f s.", took.toMillis() / MILLIS);
    }

    void failed(Exception failure) {
        print("Not all was left in order: %s", failure);
    }

    private void print(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values).stripTrailing());
        out.flush();
    }
}
