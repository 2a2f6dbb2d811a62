package dev.pennant.cli;

import dev.pennant.rebuild.Rebuild;
import dev.pennant.stack.Stack;
import dev.pennant.stack.StackException;
import dev.pennant.stack.StackFolder;
import dev.pennant.stack.clickhouse.ClickHouseUser;
import dev.pennant.stack.rebuild.PendingSwap;
import dev.pennant.stack.rebuild.RebuiltJob;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;

/** Rebuilds that were interrupted in their swap, when the stack that was stopped or killed with them has come up again. */
final class InterruptedRebuilds {
    /** Nothing is replayed: it is a checkpoint and some values. */
    private static final Duration TIMEOUT = Duration.ofMinutes(10);

    private InterruptedRebuilds() {}

    /** Finishes them; one that fails is left to {@code pennant rebuild}, and the stack stays up. */
    static void finish(Stack stack, PrintWriter messages, Clock clock) throws IOException, InterruptedException {
        Path checkpoints = StackFolder.checkpointsIn(stack.path());
        for (RebuiltJob rebuilt : RebuiltJob.ALL) {
            if (PendingSwap.of(checkpoints, rebuilt).isPresent()) {
                finish(rebuilt, stack, messages, clock);
            }
        }
    }

    private static void finish(RebuiltJob rebuilt, Stack stack, PrintWriter messages, Clock clock)
            throws IOException, InterruptedException {
        Rebuild.Parts parts = Rebuild.Parts.of(stack.path(), stack.ports(), stack.clickHouse(ClickHouseUser.MIGRATOR));
        RebuildProgress progress = new RebuildProgress(messages, clock);
        try {
            int withdrawn = new Rebuild(rebuilt, parts, clock, progress).run(TIMEOUT);
            progress.step(String.format(
                    Locale.ROOT,
                    "Rebuilt %s; %,d values that nothing stands behind any more are withdrawn.",
                    rebuilt.job().name(),
                    withdrawn));
        } catch (StackException failed) {
            progress.step(failed.getMessage());
        }
    }
}
