package dev.pennant.bench.air;

import dev.pennant.bench.report.CalledCommand;
import dev.pennant.bench.report.Results;
import dev.pennant.bench.run.SiteOptions;
import dev.pennant.bench.run.SiteSettings;
import dev.pennant.core.ReportingZone;
import dev.pennant.core.catalogue.Catalogue;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
            "Takes the whole machine for some minutes; with --years 2 --stations 10 for one.",
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

    @Mixin
    private SiteOptions site;

    @Mixin
    private Results results;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException, ExecutionException {
        return site.measure(heap, 0, this::measure);
    }

    private int measure(SiteSettings settings) throws IOException, InterruptedException, ExecutionException {
        Catalogue catalogue = Catalogue.shipped();
        LocalDate yesterday =
                LocalDate.ofInstant(clock.instant(), ReportingZone.ZONE).minusDays(1);
        AirHistory history = AirHistory.yearsThrough(
                yesterday, years, stations, catalogue.units().townships());
        PrintWriter messages = spec.commandLine().getErr();
        AirResults measured = new AirBench(history, catalogue, settings, messages::println).measure(parts);
        results.show(AirPage.lines(measured, settings, CalledCommand.of(spec, clock.instant())), spec);
        return measured.areRight() ? 0 : 1;
    }
}
