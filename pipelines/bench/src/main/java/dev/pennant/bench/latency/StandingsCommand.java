package dev.pennant.bench.latency;

import dev.pennant.bench.micro.ScoringSpeed;
import dev.pennant.bench.report.Results;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.openjdk.jmh.runner.RunnerException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** How long a standing takes to be scored, and from a report's append to the standing that it changes. */
@Command(
        name = "standings",
        description =
                "What scoring takes, and from a report's send to the changed standing in the view, while others come in.")
public final class StandingsCommand implements Callable<Integer> {
    @Mixin
    private VisibilityMeasurement measurement;

    @Mixin
    private Results results;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException, RunnerException {
        return results.publish(
                "Standings, measured", List.of(ScoringSpeed.measure(), measurement.of(Sight.STANDING, spec)), spec);
    }
}
