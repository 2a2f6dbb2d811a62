package dev.pennant.cli;

import dev.pennant.rebuild.Rebuild;
import dev.pennant.stack.Stack;
import dev.pennant.stack.StackException;
import dev.pennant.stack.clickhouse.ClickHouseUser;
import dev.pennant.stack.rebuild.RebuiltJob;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.OptionalInt;

/** Rebuilds that were interrupted in their swap, when the stack that was stopped or killed with them comes up again. */
final class InterruptedRebuilds {
    private InterruptedRebuilds() {}

    /** Finishes them; one that fails is left to {@code pennant rebuild}, and the stack comes up. */
    static void finish(Stack stack, PrintWriter messages, Clock clock) throws IOException, InterruptedException {
        Rebuild.Parts parts = Rebuild.Parts.of(stack.path(), stack.ports(), stack.clickHouse(ClickHouseUser.MIGRATOR));
        for (RebuiltJob rebuilt : RebuiltJob.ALL) {
            finish(rebuilt, parts, new RebuildProgress(messages, clock), clock);
        }
    }

    private static void finish(RebuiltJob rebuilt, Rebuild.Parts parts, RebuildProgress progress, Clock clock)
            throws IOException, InterruptedException {
        try {
            OptionalInt withdrawn = new Rebuild(rebuilt, parts, clock, progress).finish();
            if (withdrawn.isPresent()) {
                progress.step(
                        "Rebuilt " + rebuilt.job().name() + "; " + RebuildProgress.withdrawn(withdrawn.getAsInt()));
            }
        } catch (StackException failed) {
            progress.step(failed.getMessage());
        }
    }
}
