package dev.pennant.cli;

import dev.pennant.core.catalogue.Catalogue;
import dev.pennant.race.Settlement;
import dev.pennant.stack.clickhouse.ClickHouseUser;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Freezes the official result of a period. */
@Command(
        name = "settle",
        description = {
            "Freeze the standing of a period as its official result.",
            "Later corrections do not change it: they stand beside it, as restated, in the view standings."
        })
final class SettleCommand implements Callable<Integer> {
    private final InstantSource clock;

    @Mixin
    private StackOptions stack;

    @Parameters(
            index = "0",
            paramLabel = "COMPETITION",
            description = "Id of the competition, such as jiaxing-service.")
    private String competition;

    @Parameters(index = "1", paramLabel = "PERIOD", description = "The period, such as 2020-09.")
    private String period;

    @Spec
    private CommandSpec spec;

    /** @param clock tells when a result is settled */
    SettleCommand(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
        Catalogue catalogue = Catalogue.shipped();
        if (catalogue.competition(competition).isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "There is no competition '" + competition + "'; there are " + CompetitionCommand.ids(catalogue)
                            + ".");
        }
        Settlement.Outcome outcome =
                Settlement.settle(stack.clickHouse(ClickHouseUser.MIGRATOR), competition, period, clock.instant());
        PrintWriter err = spec.commandLine().getErr();
        if (outcome.before().isPresent()) {
            err.println("This was settled on " + outcome.before().get()
                    + " Asia/Shanghai, and stays as it is; nothing has changed.");
            return 1;
        }
        if (outcome.counts().ranked() == 0) {
            err.println("Nobody is ranked in " + competition + " " + period + "; there is nothing to settle.");
            return 1;
        }
        spec.commandLine()
                .getOut()
                .println("Settled: " + outcome.counts().ranked() + " units ranked, "
                        + outcome.counts().notRanked() + " not ranked, "
                        + outcome.counts().provisional()
                        + " provisional.");
        return 0;
    }
}
