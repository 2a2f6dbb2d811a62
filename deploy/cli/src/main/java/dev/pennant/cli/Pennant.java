package dev.pennant.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.ServiceLoader;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The {@code pennant} command. */
@Command(
        name = "pennant",
        version = "pennant 0.1.0",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description =
                "Running indicators of townships: the stack, the data that goes in, and the numbers that come out.",
        subcommands = HelpCommand.class)
public final class Pennant {
    private Pennant() {}

    /** Every command of this module, in the order of the help. */
    private static List<Object> commands() {
        Clock clock = Clock.systemUTC();
        return List.of(
                new DemoCommand(clock),
                new UpCommand(clock),
                new DownCommand(),
                new StatusCommand(clock),
                new ImportCommand(clock),
                new AwaitCommand(clock),
                new SqlCommand(),
                new ExplainCommand(),
                new VerifyCommand(clock),
                new SettleCommand(clock),
                new CompetitionCommand(),
                new ReplayCommand(clock),
                new RebuildCommand(clock),
                new RulesCommand(),
                new CatalogueCommand());
    }

    /** The command line with all its commands. */
    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new Pennant());
        commands().forEach(line::addSubcommand);
        ServiceLoader.load(AddedCommand.class).forEach(line::addSubcommand);
        line.getSubcommands().values().forEach(Pennant::addHelp);
        line.setUsageHelpWidth(120);
        line.setUsageHelpLongOptionsMaxWidth(30);
        line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        line.setExecutionExceptionHandler((failure, command, call) -> report(failure, command));
        return line;
    }

    /** Runs a command and exits with 0, or 1 for a failure, or 2 for a mistake in the call. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    private static void addHelp(CommandLine command) {
        command.getCommandSpec().mixinStandardHelpOptions(true);
        command.getSubcommands().values().forEach(Pennant::addHelp);
    }

    /** A failure is one sentence; whoever wants the stack trace asks for it. */
    static int report(Exception failure, CommandLine command) {
        command.getErr().println(failure.getMessage() == null ? failure.toString() : failure.getMessage());
        if (System.getenv("PENNANT_TRACE") != null) {
            failure.printStackTrace(command.getErr());
        }
        command.getErr().flush();
        return 1;
    }
}
