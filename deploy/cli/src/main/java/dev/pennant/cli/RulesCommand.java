package dev.pennant.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What has to do with the rules for alerts. */
@Command(
        name = "rules",
        synopsisSubcommandLabel = "COMMAND",
        description = "Put rules for alerts in force, list them, or take them back; without a restart.",
        subcommands = {RulesApplyCommand.class, RulesListCommand.class, RulesRemoveCommand.class})
final class RulesCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "Say what to do: pennant rules apply FILE, rules list, or rules remove ID…");
    }
}
