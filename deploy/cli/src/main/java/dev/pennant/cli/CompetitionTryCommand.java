package dev.pennant.cli;

import dev.pennant.core.catalogue.CatalogueFiles;
import dev.pennant.core.catalogue.CatalogueProblem;
import dev.pennant.core.standings.Competition;
import dev.pennant.race.RaceTrial;
import dev.pennant.stack.clickhouse.ClickHouseClient;
import dev.pennant.stack.clickhouse.ClickHouseUser;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Scores a draft of competitions against what is in ClickHouse now. */
@Command(
        name = "try",
        description = {
            "Score the competitions of a draft, such as one with other weights, against the figures of now.",
            "Nothing is written; each unit is shown with the rank that it has today."
        })
final class CompetitionTryCommand implements Callable<Integer> {
    @Mixin
    private StackOptions stack;

    @Parameters(index = "0", paramLabel = "FILE", description = "A draft in the form of competitions.yaml.")
    private Path file;

    @Option(
            names = "--period",
            paramLabel = "PERIOD",
            description = "The period to be scored; the last that anybody is ranked in, unless given.")
    private Optional<String> period;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        CatalogueFiles.Draft draft = CatalogueFiles.draft(file);
        if (!draft.problems().isEmpty()) {
            draft.problems().stream()
                    .map(CatalogueProblem::toString)
                    .forEach(spec.commandLine().getErr()::println);
            return 1;
        }
        ClickHouseClient analyst = stack.clickHouse(ClickHouseUser.ANALYST);
        boolean any = false;
        for (Competition competition : draft.competitions()) {
            Optional<List<String>> trial = RaceTrial.lines(analyst, competition, period);
            trial.ifPresent(lines -> lines.forEach(out::println));
            if (trial.isEmpty()) {
                spec.commandLine()
                        .getErr()
                        .println(competition.id() + ": nobody would be ranked"
                                + period.map(named -> " in " + named).orElse("") + ".");
            }
            any |= trial.isPresent();
        }
        return any ? 0 : 1;
    }
}
