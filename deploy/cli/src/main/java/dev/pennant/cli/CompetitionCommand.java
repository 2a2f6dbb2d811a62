package dev.pennant.cli;

import dev.pennant.core.catalogue.Catalogue;
import dev.pennant.core.standings.Competition;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What has to do with competitions. */
@Command(
        name = "competition",
        synopsisSubcommandLabel = "COMMAND",
        description = "Try other rules of a competition.",
        subcommands = CompetitionTryCommand.class)
final class CompetitionCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: pennant competition try FILE");
    }

    /** The ids of all competitions, for messages. */
    static String ids(Catalogue catalogue) {
        return catalogue.competitions().stream().map(Competition::id).collect(Collectors.joining(", "));
    }
}
