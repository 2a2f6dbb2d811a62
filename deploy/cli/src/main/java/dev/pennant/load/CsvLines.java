package dev.pennant.load;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The records of a CSV file (RFC 4180: commas, double quotes, newlines within quotes). Lines may end in LF, CR LF or CR. */
final class CsvLines implements TableLines {
    /** Twice what a cell of a spreadsheet holds; a longer value is a quote that was never closed. */
    private static final int LONGEST_VALUE = 1 << 16;

    private static final int MOST_VALUES = 1 << 10;
    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final CountedInput bytes;
    private final LineBuilder builder;
    private final CsvReader<TableLine> reader;
    private final Iterator<TableLine> records;

    private CsvLines(Path file, CountedInput bytes, Reader characters) {
        this.file = file;
        this.bytes = bytes;
        this.builder = new LineBuilder();
        this.reader = CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .maxBufferSize(2 * LONGEST_VALUE)
                .build(builder, characters);
        this.records = reader.iterator();
    }

    static CsvLines open(Path file, TextEncoding encoding) throws IOException {
        CountedInput bytes = new CountedInput(Files.newInputStream(file));
        Reader characters = new BufferedReader(new InputStreamReader(bytes, encoding.decoder()), BUFFER);
        characters.mark(1);
        if (characters.read() != '\ufeff') {
            characters.reset();
        }
        return new CsvLines(file, bytes, characters);
    }

    @Override
    public Optional<TableLine> next() {
        try {
            return records.hasNext() ? Optional.of(records.next()) : Optional.empty();
        } catch (CsvParseException broken) {
            Throwable reason = broken.getCause() == null ? broken : broken.getCause();
            throw new RefusedFileException(
                    file,
                    builder.line(),
                    "the record that begins here is no valid CSV, so that it and what follows cannot be told apart: "
                            + reason.getMessage().strip(),
                    broken);
        } catch (UncheckedIOException failed) {
            throw new RefusedFileException(
                    file,
                    builder.line(),
                    "it cannot be read further: " + failed.getCause().getMessage(),
                    failed);
        }
    }

    @Override
    public boolean everyCellIsWritten() {
        return true;
    }

    @Override
    public long bytesRead() {
        return bytes.count();
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    /** Gathers the parser's fields into a line, and knows where the record begins even when the parser fails within. */
    private static final class LineBuilder extends AbstractBaseCsvCallbackHandler<TableLine> {
        private List<String> cells = List.of();

        long line() {
            return getStartingLineNumber();
        }

        @Override
        protected void handleBegin(long startingLineNumber) {
            cells = new ArrayList<>();
        }

        @Override
        protected void handleField(int position, char[] buffer, int offset, int length, boolean quoted) {
            if (length > LONGEST_VALUE) {
                throw new CsvParseException("value " + (position + 1) + " has more than " + LONGEST_VALUE
                        + " characters; is a double quote left open?");
            }
            if (position >= MOST_VALUES) {
                throw new CsvParseException("it has more than " + MOST_VALUES + " values");
            }
            cells.add(new String(buffer, offset, length));
        }

        @Override
        protected TableLine buildRecord() {
            return new TableLine(getStartingLineNumber(), cells, Map.of(), Map.of());
        }
    }
}
