package dev.pennant.bench.report;

import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;

/** What was asked for, without where things are kept and listen, which makes no difference. */
public final class CalledCommand {
    private static final Set<String> PLACES = Set.of("--data", "--results", "--port-base");

    private CalledCommand() {}

    /** A benchmark with the options that were given to it, as one would type it. */
    public static String of(CommandSpec benchmark) {
        String options = benchmark.commandLine().getParseResult().matchedOptions().stream()
                .filter(option -> !PLACES.contains(option.longestName()))
                .map(option -> " " + option.longestName() + " "
                        + option.originalStringValues().get(0))
                .reduce("", String::concat);
        return "pennant bench " + benchmark.name() + options;
    }
}
