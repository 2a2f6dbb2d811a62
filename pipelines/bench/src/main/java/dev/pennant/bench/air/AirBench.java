package dev.pennant.bench.air;

import dev.pennant.bench.check.Comparison;
import dev.pennant.bench.process.CpuTime;
import dev.pennant.bench.run.RunFigures;
import dev.pennant.bench.run.Site;
import dev.pennant.bench.run.SiteSettings;
import dev.pennant.bench.run.Subject;
import dev.pennant.core.catalogue.Catalogue;
import dev.pennant.stack.clickhouse.ClickHouseUser;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/** Evaluates a history with core alone, and through the job, and compares both with the oracle. */
final class AirBench {
    private static final double NANOS = 1e9;

    private final AirHistory history;
    private final Catalogue catalogue;
    private final SiteSettings settings;
    private final Consumer<String> messages;
    private final int threads = Runtime.getRuntime().availableProcessors();

    AirBench(AirHistory history, Catalogue catalogue, SiteSettings settings, Consumer<String> messages) {
        this.history = history;
        this.catalogue = catalogue;
        this.settings = settings;
        this.messages = messages;
    }

    AirResults measure(Set<Part> parts) throws IOException, InterruptedException, ExecutionException {
        messages.accept("The oracle evaluates " + history.stationHours() + " station-hours …");
        Map<String, UnitFigures> expected = new AirOracle(history, catalogue).figures(threads);
        Optional<CoreResult> core = parts.contains(Part.CORE) ? Optional.of(core(expected)) : Optional.empty();
        Optional<AirResults.JobResult> job = parts.contains(Part.JOB) ? Optional.of(job(expected)) : Optional.empty();
        return new AirResults(history, core, job);
    }

    private CoreResult core(Map<String, UnitFigures> expected)
            throws IOException, InterruptedException, ExecutionException {
        messages.accept("Core evaluates them …");
        long pid = ProcessHandle.current().pid();
        double cpuBefore = CpuTime.of(pid);
        long start = System.nanoTime();
        Map<String, UnitFigures> figures = new HistoryEvaluation(history, catalogue).run(threads);
        double seconds = (System.nanoTime() - start) / NANOS;
        double cpuSeconds = CpuTime.of(pid) - cpuBefore;
        Comparison comparison = new Comparison();
        expected.forEach((unit, right) -> figures.get(unit).compare(unit, right, comparison));
        long told = figures.values().stream().mapToLong(UnitFigures::size).sum();
        return new CoreResult(threads, seconds, cpuSeconds, told, comparison.differences());
    }

    private AirResults.JobResult job(Map<String, UnitFigures> expected)
            throws IOException, InterruptedException, ExecutionException {
        try (Site site = Site.start(settings, new AirLoad(history), messages)) {
            messages.accept("The job reads them …");
            RunFigures run = site.run(Subject.AIR);
            messages.accept("Its tables are compared …");
            return new AirResults.JobResult(
                    run,
                    site.databaseVersion(),
                    new AirTablesCheck(site.database(ClickHouseUser.ANALYST)).compare(expected));
        }
    }
}
