package dev.pennant.load;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/** A file of rejected rows as it lies there, perhaps mended by hand. */
final class RejectedFile {
    private static final int REJECTION_COLUMNS = TableHeader.REJECTION_COLUMNS.size();

    private RejectedFile() {}

    /**
     * Whether two such files hold the same rows, at fault in the same columns. On which lines they stood is not compared, nor is the reason:
     * it names the time at which a row was received, which is another one at each import.
     */
    static boolean haveSameRows(Path one, Path other) throws IOException {
        if (!Files.isRegularFile(other) || !Files.isReadable(other)) {
            return false;
        }
        try (CsvReader<CsvRecord> ours = reader(one);
                CsvReader<CsvRecord> theirs = reader(other)) {
            Iterator<CsvRecord> left = ours.iterator();
            Iterator<CsvRecord> right = theirs.iterator();
            while (left.hasNext() && right.hasNext()) {
                if (!isSameRow(left.next().getFields(), right.next().getFields())) {
                    return false;
                }
            }
            return left.hasNext() == right.hasNext();
        } catch (CsvParseException | UncheckedIOException noSuchFile) {
            return false;
        }
    }

    private static CsvReader<CsvRecord> reader(Path file) throws IOException {
        return CsvReader.builder().detectBomHeader(true).ofCsvRecord(file);
    }

    private static boolean isSameRow(List<String> one, List<String> other) {
        int columns = one.size() - REJECTION_COLUMNS;
        return columns >= 0
                && one.size() == other.size()
                && one.subList(0, columns).equals(other.subList(0, columns))
                && one.get(columns + 1).equals(other.get(columns + 1));
    }
}
