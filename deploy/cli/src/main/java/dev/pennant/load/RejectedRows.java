package dev.pennant.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The rows of a file that were not taken, in a file beside it: the original columns and values, then where and why. UTF-8 with a byte
 * order mark, which Excel needs to see UTF-8. It appears whole or not at all, and takes the place of no other: one that an earlier import
 * left may have been mended since.
 */
final class RejectedRows implements Closeable {
    private final RejectedNames names;
    private final Path part;
    private CsvWriter writer;
    private long count;

    RejectedRows(Path importedFile) {
        this.names = RejectedNames.of(importedFile);
        this.part = importedFile.resolveSibling(importedFile.getFileName() + ".rejected.csv.part");
    }

    long count() {
        return count;
    }

    void add(TableRow row, RowFault fault) throws IOException {
        if (writer == null) {
            writer = open(row.header());
        }
        List<String> values = new ArrayList<>(row.cells());
        values.add(Long.toString(fault.line()));
        values.add(fault.column());
        values.add(fault.reason());
        writer.writeRecord(values);
        count++;
    }

    /** Puts the file under its first free name, unless one of an earlier import holds the same rows; gives which of them it is. */
    Optional<Path> finish() throws IOException {
        if (writer == null) {
            return Optional.empty();
        }
        closeWriter();
        int number = names.first();
        while (!isMovedTo(names.at(number)) && !RejectedFile.haveSameRows(part, names.at(number))) {
            number++;
        }
        return Optional.of(names.at(number));
    }

    /** Leaves nothing half written behind. */
    @Override
    public void close() throws IOException {
        try {
            closeWriter();
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private boolean isMovedTo(Path free) throws IOException {
        try {
            Files.move(part, free);
            return true;
        } catch (FileAlreadyExistsException taken) {
            return false;
        }
    }

    private void closeWriter() throws IOException {
        CsvWriter open = writer;
        writer = null;
        if (open != null) {
            open.close();
        }
    }

    private CsvWriter open(TableHeader header) throws IOException {
        // An import that is interrupted closes nothing.
        part.toFile().deleteOnExit();
        Writer text = Files.newBufferedWriter(part, UTF_8);
        text.write('\ufeff');
        CsvWriter opened = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
        List<String> columns = new ArrayList<>(header.columns());
        columns.addAll(TableHeader.REJECTION_COLUMNS);
        opened.writeRecord(columns);
        return opened;
    }
}
