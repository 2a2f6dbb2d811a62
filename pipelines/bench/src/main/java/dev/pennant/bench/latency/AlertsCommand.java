package dev.pennant.bench.latency;

import dev.pennant.bench.report.Results;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** From a report's append to the alert that it raises, or withdraws. */
@Command(
        name = "alerts",
        description = "From a report's send to the alert it raises or withdraws in the view, while others come in.")
public final class AlertsCommand implements Callable<Integer> {
    @Mixin
    private VisibilityMeasurement measurement;

    @Mixin
    private Results results;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        return results.publish("Alerts, measured", List.of(measurement.of(Sight.ALERT, spec)), spec);
    }
}
