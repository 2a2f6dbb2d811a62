package dev.pennant.cli;

import dev.pennant.rebuild.Rebuild;
import dev.pennant.stack.StackException;
import dev.pennant.stack.clickhouse.ClickHouseUser;
import dev.pennant.stack.rebuild.RebuiltJob;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Replays a job's topics into fresh state and tables, then swaps. */
@Command(
        name = "rebuild",
        description = "Replay a job's topics into fresh state and tables beside the running ones, then swap.",
        footer = {
            "",
            "It mends what the order of arrival has decided: a store's move that was registered after its sales.",
            "Meanwhile the numbers stay readable; one that fails or is ended with Ctrl-C leaves them, and can be started again.",
        })
final class RebuildCommand implements Callable<Integer> {
    private final Clock clock;

    @Mixin
    private StackOptions stack;

    @Parameters(index = "0", paramLabel = "JOB", description = "The job: retail, air or reports.")
    private String jobName;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "3600",
            description = "The longest the replay may take; ${DEFAULT-VALUE} unless given.")
    private int timeoutSeconds;

    @Spec
    private CommandSpec spec;

    RebuildCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws Exception {
        RebuiltJob rebuilt = RebuiltJob.named(jobName)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "There is no job '" + jobName + "' to rebuild; there are "
                                + RebuiltJob.ALL.stream()
                                        .map(each -> each.job().name())
                                        .collect(Collectors.joining(", "))
                                + "."));
        Rebuild.Parts parts = Rebuild.Parts.of(stack.data(), stack.ports(), stack.clickHouse(ClickHouseUser.MIGRATOR));
        try (RebuildProgress progress = new RebuildProgress(spec.commandLine().getErr(), clock)) {
            Rebuild rebuild = new Rebuild(rebuilt, parts, clock, progress);
            return EndInOrder.run(() -> run(rebuild), rebuild::stop);
        }
    }

    private int run(Rebuild rebuild) throws InterruptedException {
        long start = System.nanoTime();
        int withdrawn;
        try {
            withdrawn = rebuild.run(Duration.ofSeconds(timeoutSeconds));
        } catch (StackException failed) {
            // Said here, as a process that was told to end ends as soon as the rebuild has.
            return Pennant.report(failed, spec.commandLine());
        }
        spec.commandLine()
                .getOut()
                .printf(
                        Locale.ROOT,
                        "Rebuilt %s in %.1f s; %s%n",
                        jobName,
                        (System.nanoTime() - start) / 1e9,
                        RebuildProgress.withdrawn(withdrawn));
        spec.commandLine().getOut().flush();
        return 0;
    }
}
