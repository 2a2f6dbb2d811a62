package dev.pennant.bench.imports;

import dev.pennant.core.catalogue.Catalogue;
import dev.pennant.load.AirFeed;
import dev.pennant.load.FileImport;
import dev.pennant.load.ImportStream;
import dev.pennant.load.ImportStreams;
import dev.pennant.load.ImportedFile;
import dev.pennant.load.TopicSender;
import dev.pennant.stack.Stack;
import dev.pennant.stack.clickhouse.ClickHouseClient;
import dev.pennant.stack.clickhouse.ClickHouseUser;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Writes files, imports them into a stack, and waits until its views show every row. */
final class ImportBench {
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(3);
    private static final long POLL_MILLIS = 50;

    private final String bootstrapServers;
    private final ClickHouseClient reader;
    private final ImportStreams streams;
    private final Path folder;

    /** @param folder where the files are written */
    ImportBench(Stack stack, Catalogue catalogue, InstantSource clock, Path folder) {
        bootstrapServers = stack.ports().bootstrapServers();
        reader = stack.clickHouse(ClickHouseUser.ANALYST);
        streams = ImportStreams.of(catalogue, clock, true, AirFeed.USUAL);
        this.folder = folder;
    }

    FileResult measure(HandedIn file) throws IOException, InterruptedException {
        importRows(file.registry(), written(file.registry(), file::writeRegistry));
        Path rows = written(file.stream(), file::write);
        long start = System.nanoTime();
        ImportedFile imported = importRows(file.stream(), rows);
        double accepted = secondsSince(start);
        if (imported.accepted() != file.rows()) {
            throw new IOException(
                    imported.accepted() + " rows of " + file.rows() + " were accepted: " + imported.firstFaults());
        }
        awaitShown(file, start);
        return new FileResult(file, Files.size(rows), accepted, secondsSince(start));
    }

    private Path written(String stream, Consumer<PrintWriter> rows) throws IOException {
        Path path = folder.resolve(stream + ".csv");
        try (PrintWriter file = new PrintWriter(Files.newBufferedWriter(path, StandardCharsets.UTF_8))) {
            rows.accept(file);
            if (file.checkError()) {
                throw new IOException(path + " could not be written");
            }
        }
        return path;
    }

    private ImportedFile importRows(String name, Path file) throws IOException {
        ImportStream stream = streams.named(name).orElseThrow();
        try (TopicSender sender = TopicSender.to(stream.topic(), bootstrapServers)) {
            return new FileImport(stream, sender).run(file, Optional.empty(), (bytes, rows) -> {});
        }
    }

    private void awaitShown(HandedIn file, long start) throws IOException, InterruptedException {
        String all = Integer.toString(file.rows());
        String shown = "";
        while (!shown.equals(all)) {
            if (System.nanoTime() - start > LONGEST_WAIT.toNanos()) {
                throw new IOException(
                        "the views show " + shown + " rows of " + all + " after " + LONGEST_WAIT.toSeconds() + " s");
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
            shown = reader.query(file.shown());
        }
    }

    private static double secondsSince(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
