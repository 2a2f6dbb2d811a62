package dev.pennant.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The benchmarks, each a command of its own. */
@Command(
        name = "bench",
        synopsisSubcommandLabel = "NAME",
        description = "Measure, on a fresh stack of its own.",
        subcommands = BenchLatencyCommand.class)
final class BenchCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to measure: pennant bench latency");
    }
}
