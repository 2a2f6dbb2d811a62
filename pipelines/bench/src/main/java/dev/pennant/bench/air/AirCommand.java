package dev.pennant.bench.air;

import dev.pennant.bench.report.CalledCommand;
import dev.pennant.bench.run.SiteSettings;
import dev.pennant.core.ReportingZone;
import dev.pennant.core.catalogue.Catalogue;
import dev.pennant.stack.Folders;
import dev.pennant.stack.Ports;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A history of readings evaluated again, with core alone and through the job, against a batch oracle. */
@Command(
        name = "air",
        description = "Ten years of readings evaluated again: with core alone, and through the job into ClickHouse.",
        footer = {
            "",
            "Makes up what stations measured, and compares every day and span of every unit with a batch evaluation.",
            "Takes the whole machine for about ten minutes; with --years 2 --stations 10 for one.",
            "Exit 1 when a figure differs.",
        })
public final class AirCommand implements Callable<Integer> {
    private final Clock clock = Clock.systemUTC();

    @Option(
            names = "--years",
            paramLabel = "N",
            defaultValue = "10",
            description = "Years through yesterday, 1 to 10; ${DEFAULT-VALUE} unless given.")
    private int years;

    @Option(
            names = "--stations",
            paramLabel = "N",
            defaultValue = "80",
            description = "Stations; ${DEFAULT-VALUE} unless given.")
    private int stations;

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "PART",
            defaultValue = "core,job",
            description = "What to measure: ${DEFAULT-VALUE} unless given.")
    private Set<Part> parts;

    @Option(
            names = "--heap",
            paramLabel = "GIB",
            defaultValue = "2",
            description = "Heap of the job's process; ${DEFAULT-VALUE} unless given.")
    private int heap;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where to keep what is generated; a fresh folder that is removed in the end, unless given.")
    private Optional<Path> data;

    @Option(
            names = "--results",
            paramLabel = "FILE",
            description = "Where to write the results too, as pipelines/bench/results/air.md of the repository.")
    private Optional<Path> results;

    @Option(
            names = "--profile",
            paramLabel = "DIR",
            description = "Where to keep a recording of the job by Java's Flight Recorder, which slows it down.")
    private Optional<Path> profiles;

    @Option(
            names = "--port-base",
            paramLabel = "N",
            defaultValue = "" + Ports.DEFAULT_BASE,
            description = "Base of the parts' ports; ${DEFAULT-VALUE} unless given.")
    private int portBase;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException, ExecutionException {
        if (data.isPresent()) {
            return measure(data.get().toAbsolutePath().normalize());
        }
        Path fresh = Files.createTempDirectory("pennant-bench-");
        try {
            return measure(fresh);
        } finally {
            Folders.delete(fresh);
        }
    }

    private int measure(Path folder) throws IOException, InterruptedException, ExecutionException {
        Catalogue catalogue = Catalogue.shipped();
        LocalDate yesterday =
                LocalDate.ofInstant(clock.instant(), ReportingZone.ZONE).minusDays(1);
        AirHistory history = AirHistory.yearsThrough(
                yesterday, years, stations, catalogue.units().townships());
        SiteSettings settings = new SiteSettings(folder, new Ports(portBase), heap, 0, profiles);
        PrintWriter messages = spec.commandLine().getErr();
        AirResults measured = new AirBench(history, catalogue, settings, messages::println).measure(parts);
        List<String> page = AirPage.lines(measured, settings, CalledCommand.of(spec), clock.instant());
        PrintWriter out = spec.commandLine().getOut();
        page.forEach(out::println);
        out.flush();
        if (results.isPresent()) {
            Files.write(results.get(), page, StandardCharsets.UTF_8);
        }
        return measured.areRight() ? 0 : 1;
    }
}
