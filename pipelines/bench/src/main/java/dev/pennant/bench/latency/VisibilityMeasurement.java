package dev.pennant.bench.latency;

import dev.pennant.bench.report.Figures;
import dev.pennant.bench.report.Goal;
import dev.pennant.bench.report.Section;
import dev.pennant.cli.FreshStack;
import dev.pennant.cli.Progress;
import dev.pennant.stack.Ports;
import dev.pennant.stack.Stack;
import dev.pennant.stack.clickhouse.ClickHouseUser;
import dev.pennant.text.TextTable;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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

    /** Measures on a stack of its own. */
    Section of(Sight sight, CommandSpec spec) throws IOException, InterruptedException {
        try (FreshStack fresh =
                FreshStack.start(new Ports(portBase), spec.commandLine().getErr(), clock)) {
            return section(sight, measure(sight, fresh.stack()));
        }
    }

    private List<Latencies> measure(Sight sight, Stack stack) throws IOException, InterruptedException {
        List<Latencies> measured = new ArrayList<>();
        try (LatencyBench bench = new LatencyBench(
                        sight, stack.ports().bootstrapServers(), stack.clickHouse(ClickHouseUser.GRAFANA));
                Progress progress = Progress.onConsole("Measuring", rates.size(), clock)) {
            for (int rate : rates) {
                progress.reached(measured.size(), rate + " reports a second");
                bench.measure(rate, WARM_UP);
                measured.add(bench.measure(rate, Duration.ofSeconds(seconds)));
            }
        }
        return measured;
    }

    private static Section section(Sight sight, List<Latencies> measured) {
        TextTable table = new TextTable(
                TextTable.Column.right("reports/s asked"),
                TextTable.Column.right("sent"),
                TextTable.Column.right("probes"),
                TextTable.Column.right("p50 ms"),
                TextTable.Column.right("p99 ms"),
                TextTable.Column.right("max ms"));
        List<Goal> goals = new ArrayList<>();
        for (Latencies latencies : measured) {
            table.add(
                    Figures.whole(latencies.asked()),
                    Figures.whole(latencies.sent()),
                    Figures.whole(latencies.nanos().size()),
                    Long.toString(latencies.millis(50)),
                    Long.toString(latencies.millis(99)),
                    Long.toString(latencies.longestMillis()));
            goals.add(Goal.atMost(
                    sight.title() + " at " + Figures.whole(latencies.asked()) + " reports/s, p99",
                    " ms",
                    sight.mostMillis(),
                    (double) latencies.millis(99)));
        }
        return new Section(
                sight.title(),
                "From the moment at which a report is handed to Kafka's producer until the view shows what it changed, while other enterprises"
                        + " of all other townships report. The next report is sent when the one before is visible. Ten seconds at each rate go before, unmeasured.",
                table,
                goals);
    }
}
