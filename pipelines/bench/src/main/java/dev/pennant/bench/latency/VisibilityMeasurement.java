package dev.pennant.bench.latency;

import dev.pennant.cli.FreshStack;
import dev.pennant.cli.Progress;
import dev.pennant.stack.Ports;
import dev.pennant.stack.Stack;
import dev.pennant.stack.clickhouse.ClickHouseUser;
import dev.pennant.text.TextTable;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** At which rates is measured how soon a report is visible, and for how long: options that the commands share. */
final class VisibilityMeasurement {
    private static final Duration WARM_UP = Duration.ofSeconds(10);

    private final Clock clock = Clock.systemUTC();

    @Option(
            names = "--rates",
            split = ",",
            paramLabel = "N",
            defaultValue = "1,1000,20000",
            description = "Reports a second; ${DEFAULT-VALUE} unless given.")
    private List<Integer> rates;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "40",
            description = "How long to measure at each rate; ${DEFAULT-VALUE} unless given.")
    private int seconds;

    @Option(
            names = "--port-base",
            paramLabel = "N",
            defaultValue = "" + Ports.DEFAULT_BASE,
            description = "Base of the stack's ports; ${DEFAULT-VALUE} unless given.")
    private int portBase;

    /** Measures on a stack of its own, and prints a table. */
    void of(Sight sight, CommandSpec spec) throws IOException, InterruptedException {
        try (FreshStack fresh =
                FreshStack.start(new Ports(portBase), spec.commandLine().getErr(), clock)) {
            PrintWriter out = spec.commandLine().getOut();
            measure(sight, fresh.stack()).lines().forEach(out::println);
            out.flush();
        }
    }

    private TextTable measure(Sight sight, Stack stack) throws IOException, InterruptedException {
        TextTable table = new TextTable(
                TextTable.Column.right("reports/s asked"),
                TextTable.Column.right("sent"),
                TextTable.Column.right("probes"),
                TextTable.Column.right("p50 ms"),
                TextTable.Column.right("p99 ms"),
                TextTable.Column.right("max ms"));
        try (LatencyBench bench = new LatencyBench(
                        sight, stack.ports().bootstrapServers(), stack.clickHouse(ClickHouseUser.GRAFANA));
                Progress progress = Progress.onConsole("Measuring", rates.size(), clock)) {
            bench.measure(rates.get(0), WARM_UP);
            for (int done = 0; done < rates.size(); done++) {
                progress.reached(done, rates.get(done) + " reports a second");
                Latencies latencies = bench.measure(rates.get(done), Duration.ofSeconds(seconds));
                table.add(
                        Integer.toString(latencies.asked()),
                        String.format(Locale.ROOT, "%.0f", latencies.sent()),
                        Integer.toString(latencies.nanos().size()),
                        Long.toString(latencies.millis(50)),
                        Long.toString(latencies.millis(99)),
                        Long.toString(latencies.longestMillis()));
            }
        }
        return table;
    }
}
