package dev.pennant.bench.latency;

import dev.pennant.bench.report.Results;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** From a report's append to its visibility. */
@Command(name = "latency", description = "From a report's send to its visibility in the view, while others come in.")
public final class LatencyCommand implements Callable<Integer> {
    @Mixin
    private VisibilityMeasurement measurement;

    @Mixin
    private Results results;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        return results.publish("Values, measured", List.of(measurement.of(Sight.VALUE, spec)), spec);
    }
}
