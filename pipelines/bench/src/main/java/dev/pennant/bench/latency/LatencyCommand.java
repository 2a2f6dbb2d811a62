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
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** From a report's append to its visibility. */
@Command(name = "latency", description = "From a report's send to its visibility in the view, while others come in.")
public final class LatencyCommand implements Callable<Integer> {
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

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (FreshStack fresh =
                FreshStack.start(new Ports(portBase), spec.commandLine().getErr(), clock)) {
            measure(fresh.stack());
        }
        return 0;
    }

    private void measure(Stack stack) throws IOException, InterruptedException {
        TextTable table = new TextTable(
                TextTable.Column.right("reports/s asked"),
                TextTable.Column.right("sent"),
                TextTable.Column.right("probes"),
                TextTable.Column.right("p50 ms"),
                TextTable.Column.right("p99 ms"),
                TextTable.Column.right("max ms"));
        try (LatencyBench bench =
                        new LatencyBench(stack.ports().bootstrapServers(), stack.clickHouse(ClickHouseUser.GRAFANA));
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
        PrintWriter out = spec.commandLine().getOut();
        table.lines().forEach(out::println);
        out.flush();
    }
}
