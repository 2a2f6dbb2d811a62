package dev.pennant.bench.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;

/** What was asked for, without where things are kept and listen, which makes no difference. */
public final class CalledCommand {
    private static final Set<String> PLACES = Set.of("--data", "--results", "--port-base");

    private CalledCommand() {}

    /** What was called, on which day, and at which commit where that is known, as the first line of a page. */
    public static String of(CommandSpec benchmark, Instant at) {
        String commit = System.getProperty("pennant.commit", "");
        return "`" + of(benchmark) + "`, " + LocalDate.ofInstant(at, ZoneOffset.UTC)
                + (commit.isEmpty() ? "" : ", at " + commit);
    }

    /** A benchmark with the options that were given to it, as one would type it. */
    private static String of(CommandSpec benchmark) {
        String options = benchmark.commandLine().getParseResult().matchedOptions().stream()
                .filter(option -> !PLACES.contains(option.longestName()))
                .map(option -> " " + option.longestName() + " "
                        + option.originalStringValues().get(0))
                .reduce("", String::concat);
        return "pennant bench " + benchmark.name() + options;
    }
}
