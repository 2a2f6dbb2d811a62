package dev.pennant.bench.retail;

import dev.pennant.bench.report.CalledCommand;
import dev.pennant.bench.report.Results;
import dev.pennant.bench.retail.feed.Shape;
import dev.pennant.bench.run.SiteOptions;
import dev.pennant.bench.run.SiteSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The retail job against the floor and a rival, and its tables against a batch oracle. */
@Command(
        name = "retail",
        description =
                "Receipts into running sales: rate and CPU time against the plain source and a plain job, state, scale, latency.",
        footer = {
            "",
            "Generates receipts, measures the job and the floor (Kafka's plain source into a discarding sink) by turns,",
            "each in a process of its own, compares every amount in the job's tables with a batch count, and verifies",
            "them as `pennant verify` does; the rival is what one would write first, a keyed job without tables.",
            "Takes the whole machine for about an hour;",
            "with --receipts 2000000 --warm-up 2000000 --rounds 1 --turns 1 --only speed for some minutes.",
            "Exit 1 when a cell or the rival's count differs, or what is measured cannot be verified.",
        })
public final class RetailCommand implements Callable<Integer> {
    private final Clock clock = Clock.systemUTC();

    @Option(
            names = "--receipts",
            paramLabel = "N",
            defaultValue = "30000000",
            description = "Records in a topic; ${DEFAULT-VALUE} unless given.")
    private long receipts;

    @Option(
            names = "--stores",
            paramLabel = "N",
            defaultValue = "14000",
            description = "Stores that have them; ${DEFAULT-VALUE} unless given.")
    private int stores;

    @Option(
            names = "--cut-off",
            paramLabel = "N",
            defaultValue = "1000000",
            description = "One record in N cannot be read; in ${DEFAULT-VALUE} unless given.")
    private int oneInCutOff;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "2",
            description =
                    "In how many new processes floor and job are measured (variants, rival and scale in one); ${DEFAULT-VALUE} unless given.")
    private int rounds;

    @Option(
            names = "--turns",
            paramLabel = "N",
            defaultValue = "2",
            description = "How often each new process is measured, by turns; ${DEFAULT-VALUE} unless given.")
    private int turns;

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            defaultValue = "150000000",
            description =
                    "Records that each process reads, at the least and not measured, before it is (of rival and scale no more than --receipts);"
                            + " ${DEFAULT-VALUE} unless given.")
    private long warmUp;

    @Option(
            names = "--shape",
            split = ",",
            paramLabel = "SHAPE",
            defaultValue = "dense,sparse",
            converter = ShapeConverter.class,
            description = "dense (20 days) or sparse (730 days), of speed; both unless given.")
    private List<Shape> shapes;

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "PART",
            defaultValue = "seen,speed,variants,rival,scale,latency",
            converter = PartConverter.class,
            description = "What to measure: ${DEFAULT-VALUE} unless given.")
    private Set<Part> parts;

    @Option(
            names = "--heap",
            paramLabel = "GIB",
            defaultValue = "6",
            description = "Heap of each process of a floor or a job, of which up to three are there at once;"
                    + " ${DEFAULT-VALUE} unless given.")
    private int heap;

    @Mixin
    private SiteOptions site;

    @Mixin
    private Results results;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException, ExecutionException {
        if (warmUp < 1) {
            throw new ParameterException(
                    spec.commandLine(), "--warm-up has to be 1 or more: the sinks write what a job wrote before");
        }
        if (parts.contains(Part.VARIANTS) && !parts.contains(Part.SPEED)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--only variants measures nothing without speed: variants are compared with it");
        }
        if (oneInCutOff < 1) {
            throw new ParameterException(
                    spec.commandLine(), "--cut-off has to be 1 or more: of how many records one cannot be read");
        }
        return site.measure(heap, warmUp, this::measure);
    }

    private int measure(SiteSettings on) throws IOException, InterruptedException, ExecutionException {
        BenchSettings settings = new BenchSettings(receipts, stores, oneInCutOff, rounds, turns, on);
        PrintWriter messages = spec.commandLine().getErr();
        RetailResults measured = new RetailBench(settings, messages::println, clock).measure(parts, shapes);
        results.show(RetailPage.lines(measured, settings, CalledCommand.of(spec, clock.instant())), spec);
        return measured.areRight() ? 0 : 1;
    }

    private static <T> T spelled(String value, Function<String, T> names) {
        try {
            return names.apply(value);
        } catch (IllegalArgumentException unknown) {
            throw new TypeConversionException(unknown.getMessage());
        }
    }

    private static final class ShapeConverter implements ITypeConverter<Shape> {
        @Override
        public Shape convert(String value) {
            return spelled(value, Shape::of);
        }
    }

    private static final class PartConverter implements ITypeConverter<Part> {
        @Override
        public Part convert(String value) {
            return spelled(value, Part::of);
        }
    }
}
