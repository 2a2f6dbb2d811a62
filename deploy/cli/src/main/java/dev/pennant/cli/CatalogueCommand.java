package dev.pennant.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What has to do with the catalogue of units and indicators. */
@Command(
        name = "catalogue",
        synopsisSubcommandLabel = "COMMAND",
        description = "Check a catalogue of your own.",
        subcommands = CatalogueCheckCommand.class)
final class CatalogueCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: pennant catalogue check FILE…");
    }
}
