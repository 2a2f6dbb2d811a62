package dev.pennant.cli;

import dev.pennant.core.catalogue.Catalogue;
import dev.pennant.load.AirFeed;
import dev.pennant.load.FileImport;
import dev.pennant.load.ImportStream;
import dev.pennant.load.ImportStreams;
import dev.pennant.load.ImportedFile;
import dev.pennant.load.RefusedFileException;
import dev.pennant.load.RowFault;
import dev.pennant.load.TopicSender;
import dev.pennant.load.UndeliveredException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sends the rows of CSV files and workbooks into a topic, and says per file how many were accepted and where the others are. */
@Command(
        name = "import",
        description = "Send the rows of CSV files or .xlsx workbooks into a stream.",
        footer = {
            "",
            "A file needs a header row with the stream's columns, in any order. CSV is UTF-8 or GB18030.",
            "Rejected rows go to FILE.rejected.csv, with line, column and reason; mend it and import it as it is.",
            "A mended one is never overwritten: what is rejected after it goes to FILE.rejected-2.csv and so on.",
            "Importing a file twice does no harm: what was already accepted is not counted twice.",
        })
final class ImportCommand implements Callable<Integer> {
    private static final int REJECTED = 1;

    private final InstantSource clock;

    @Mixin
    private StackOptions stack;

    @Parameters(
            index = "0",
            paramLabel = "STREAM",
            description = "enterprise-registry, enterprise-reports, stores, retail-receipts, units, indicator-reports,"
                    + " air-stations, air-readings, air-dust-days or adjustments.")
    private String streamName;

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "FILE", description = "CSV files or .xlsx workbooks.")
    private List<Path> files;

    @Option(
            names = "--encoding",
            paramLabel = "NAME",
            description = "Encoding of the CSV files, if it should not be found out: UTF-8, GB18030, UTF-16, …")
    private Charset encoding;

    @Option(
            names = "--synthetic",
            description = "Mark the rows as made up, so that they never pass for published figures.")
    private boolean synthetic;

    @Option(names = "--hour-ending", description = "Air readings name an hour by its end, and not by its start.")
    private boolean hourEnding;

    @Option(
            names = "--co-unit",
            paramLabel = "UNIT",
            description = "What CO is given in: mg (mg/m³, unless given) or ug (µg/m³).")
    private CoUnit coUnit = CoUnit.mg;

    @Spec
    private CommandSpec spec;

    /** What CO is given in, as it is typed. */
    private enum CoUnit {
        mg,
        ug
    }

    /** @param clock tells when a row is received */
    ImportCommand(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
        ImportStreams streams =
                ImportStreams.of(Catalogue.shipped(), clock, synthetic, new AirFeed(hourEnding, coUnit == CoUnit.ug));
        ImportStream stream = streams.named(streamName)
                .orElseThrow(() -> usageError("There is no stream '" + streamName + "' to import into; there are "
                        + String.join(", ", streams.names()) + "."));
        for (Path file : files) {
            if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
                throw usageError("There is no file " + file + " that can be read.");
            }
        }
        try (TopicSender sender = TopicSender.to(stream.topic(), stack.ports().bootstrapServers())) {
            FileImport importing = new FileImport(stream, sender);
            boolean complete = true;
            for (Path file : files) {
                complete &= imported(importing, file);
            }
            return complete ? 0 : REJECTED;
        } catch (UndeliveredException undelivered) {
            errors().println(undelivered.getMessage());
            return REJECTED;
        }
    }

    private boolean imported(FileImport importing, Path file) {
        try {
            ImportedFile imported = importWithProgress(importing, file);
            report(imported);
            return imported.isComplete();
        } catch (RefusedFileException refused) {
            errors().println(refused.getMessage());
            return false;
        } catch (IOException failed) {
            return failed(file, failed);
        } catch (UncheckedIOException failed) {
            return failed(file, failed.getCause());
        }
    }

    private ImportedFile importWithProgress(FileImport importing, Path file) throws IOException {
        try (Progress progress = Progress.onConsole(file.getFileName().toString(), Files.size(file), clock)) {
            return importing.run(
                    file,
                    Optional.ofNullable(encoding),
                    (bytes, rows) -> progress.reached(bytes, String.format(Locale.ROOT, "%,d rows", rows)));
        }
    }

    private boolean failed(Path file, IOException reason) {
        errors().println(file + ": the import stopped, for it or its file of rejected rows failed: " + reason);
        return false;
    }

    private void report(ImportedFile imported) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                Locale.ROOT,
                "%s (%s): %,d accepted, %,d rejected%s%n",
                imported.file(),
                imported.encoding(),
                imported.accepted(),
                imported.rejected(),
                imported.rejectedRows().map(rows -> ", see " + rows).orElse(""));
        for (RowFault fault : imported.firstFaults()) {
            out.println("  " + fault);
        }
        if (imported.rejected() > imported.firstFaults().size()) {
            out.println("  …");
        }
        imported.remark().ifPresent(remark -> out.println("  " + remark));
        out.flush();
        imported.broken().ifPresent(broken -> errors().println(broken.getMessage()));
    }

    private PrintWriter errors() {
        return spec.commandLine().getErr();
    }

    private ParameterException usageError(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
