package dev.pennant.bench;

import dev.pennant.bench.air.AirCommand;
import dev.pennant.bench.boards.BoardsCommand;
import dev.pennant.bench.imports.ImportCommand;
import dev.pennant.bench.latency.AlertsCommand;
import dev.pennant.bench.latency.LatencyCommand;
import dev.pennant.bench.latency.StandingsCommand;
import dev.pennant.bench.micro.MicroCommand;
import dev.pennant.bench.retail.RetailCommand;
import dev.pennant.cli.AddedCommand;
import dev.pennant.text.TextTable;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The benchmarks, each a command of its own; without a name it says which there are. */
@Command(
        name = "bench",
        synopsisSubcommandLabel = "[NAME]",
        description = "Measure, on parts of its own; without a name, list what can be measured.",
        subcommands = {
            LatencyCommand.class,
            StandingsCommand.class,
            AlertsCommand.class,
            RetailCommand.class,
            AirCommand.class,
            BoardsCommand.class,
            ImportCommand.class,
            MicroCommand.class
        })
public final class BenchCommand implements AddedCommand, Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        TextTable table = new TextTable(TextTable.Column.left("benchmark"), TextTable.Column.left("measures"));
        spec.subcommands()
                .forEach((name, command) -> table.add(
                        "pennant bench " + name,
                        String.join(" ", command.getCommandSpec().usageMessage().description())));
        PrintWriter out = spec.commandLine().getOut();
        table.lines().forEach(out::println);
        out.flush();
    }
}
