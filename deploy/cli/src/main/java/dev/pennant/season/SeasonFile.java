package dev.pennant.season;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A CSV file of the season's resources; lines that begin with # are for people. */
final class SeasonFile {
    private SeasonFile() {}

    /** The rows of a file in the folder {@code season}. */
    static List<NamedCsvRecord> rows(String name) {
        try (InputStream resource = SeasonFile.class.getResourceAsStream("/season/" + name);
                CsvReader<NamedCsvRecord> lines = CsvReader.builder()
                        .commentStrategy(CommentStrategy.SKIP)
                        .ofNamedCsvRecord(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            return lines.stream().toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
