package dev.pennant.bench.imports;

import dev.pennant.bench.report.Figures;
import dev.pennant.bench.report.Goal;
import dev.pennant.bench.report.Results;
import dev.pennant.bench.report.Section;
import dev.pennant.cli.FreshStack;
import dev.pennant.core.catalogue.Catalogue;
import dev.pennant.core.catalogue.Unit;
import dev.pennant.core.retail.RetailCategory;
import dev.pennant.stack.Folders;
import dev.pennant.stack.Ports;
import dev.pennant.text.TextTable;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How long large files take to be imported, and to be shown. */
@Command(name = "import", description = "Hours of stations and receipts, from their CSV files into topics and views.")
public final class ImportCommand implements Callable<Integer> {
    private final Clock clock = Clock.systemUTC();

    @Option(
            names = "--readings",
            paramLabel = "N",
            defaultValue = "400000",
            description = "Hours of stations; ${DEFAULT-VALUE} unless given.")
    private int readings;

    @Option(
            names = "--receipts",
            paramLabel = "N",
            defaultValue = "1000000",
            description = "Receipts; ${DEFAULT-VALUE} unless given.")
    private int receipts;

    @Option(
            names = "--port-base",
            paramLabel = "N",
            defaultValue = "" + Ports.DEFAULT_BASE,
            description = "Base of the stack's ports; ${DEFAULT-VALUE} unless given.")
    private int portBase;

    @Mixin
    private Results results;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter messages = spec.commandLine().getErr();
        Catalogue catalogue = Catalogue.shipped();
        List<String> townships =
                catalogue.units().townships().stream().map(Unit::code).toList();
        List<String> categories = catalogue.retailRules().categories().all().stream()
                .map(RetailCategory::id)
                .toList();
        List<HandedIn> files =
                List.of(new StoreReceipts(receipts, townships, categories), new StationReadings(readings, townships));
        List<FileResult> measured = new ArrayList<>();
        Path folder = Files.createTempDirectory("pennant-bench-");
        try {
            for (HandedIn file : files) {
                try (FreshStack fresh = FreshStack.start(new Ports(portBase), messages, clock)) {
                    messages.println(Figures.whole(file.rows()) + " rows of " + file.stream() + " …");
                    measured.add(new ImportBench(fresh.stack(), catalogue, clock, folder).measure(file));
                }
            }
        } finally {
            Folders.delete(folder);
        }
        return results.publish("Import, measured", List.of(section(measured)), spec);
    }

    private static Section section(List<FileResult> measured) {
        TextTable table = new TextTable(
                TextTable.Column.left("file of"),
                TextTable.Column.right("rows"),
                TextTable.Column.right("MiB"),
                TextTable.Column.right("s until accepted"),
                TextTable.Column.right("rows/s"),
                TextTable.Column.right("s until shown"));
        List<Goal> goals = new ArrayList<>();
        for (FileResult result : measured) {
            HandedIn file = result.file();
            table.add(
                    file.stream(),
                    Figures.whole(file.rows()),
                    Figures.mebibytes((double) result.bytes()),
                    Figures.seconds(result.acceptedSeconds()),
                    Figures.whole(file.rows() / result.acceptedSeconds()),
                    Figures.seconds(result.shownSeconds()));
            goals.add(Goal.atMost(
                    Figures.whole(file.rows()) + " rows of " + file.stream() + " imported",
                    " s",
                    file.goalSeconds(),
                    result.acceptedSeconds()));
        }
        return new Section(
                "From a file to its topic, and to the views",
                "As `pennant import` reads it, without the start of its process, into an empty stack, the first file in a process that has"
                        + " just started; all its jobs run and take the rows. Accepted means that the topic has acknowledged every row, shown that a view counts every one.",
                table,
                goals);
    }
}
