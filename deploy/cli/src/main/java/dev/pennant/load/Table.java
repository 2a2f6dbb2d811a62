package dev.pennant.load;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.dhatim.fastexcel.reader.ReadableWorkbook;

/**
 * A CSV file or the first sheet of an .xlsx workbook as rows under a checked header, read as they are asked for. Which of the two a
 * file is, is told by its first bytes, not by its name. Rows without any value are passed over.
 */
public final class Table implements Closeable {
    private static final int MAGIC = 8;

    private final TableLines lines;
    private final TableHeader header;
    private final String encoding;

    private Table(TableLines lines, TableHeader header, String encoding) {
        this.lines = lines;
        this.header = header;
        this.encoding = encoding;
    }

    /**
     * Opens a file that should hold just the given columns, in any order.
     *
     * @param encoding of a CSV file; found out when nothing is given
     * @throws RefusedFileException when the file is empty, is no table, has another header, or does not decode
     */
    public static Table open(Path file, List<String> columns, Optional<Charset> encoding) throws IOException {
        return open(file, columns, List.of(), encoding);
    }

    /**
     * Opens a file likewise, which may hold further columns.
     *
     * @param optional columns that it may have or leave out
     */
    static Table open(Path file, List<String> columns, List<String> optional, Optional<Charset> encoding)
            throws IOException {
        byte[] magic = magic(file);
        if (ReadableWorkbook.isOLE2Header(magic)) {
            throw new RefusedFileException(
                    file, "it is a workbook of Excel 2003 or older (.xls); save it as .xlsx or as 'CSV UTF-8'");
        }
        if (ReadableWorkbook.isOOXMLZipHeader(magic)) {
            return open(file, columns, optional, SheetLines.open(file), "xlsx");
        }
        TextEncoding text = encoding.isPresent() ? TextEncoding.named(file, encoding.get()) : TextEncoding.detect(file);
        return open(file, columns, optional, CsvLines.open(file, text), text.toString());
    }

    private static Table open(Path file, List<String> columns, List<String> optional, TableLines lines, String encoding)
            throws IOException {
        try {
            TableLine first = nextWithValues(lines)
                    .orElseThrow(() -> new RefusedFileException(
                            file, "it is empty; expected a header row with " + String.join(",", columns)));
            return new Table(lines, TableHeader.read(file, first, columns, optional), encoding);
        } catch (RefusedFileException refused) {
            lines.close();
            throw refused;
        }
    }

    /** The columns in the order of the file. */
    public TableHeader header() {
        return header;
    }

    /** What was found out about the file, for people: {@code UTF-8 with byte order mark}, {@code GB18030}, {@code xlsx}. */
    public String encoding() {
        return encoding;
    }

    /** Bytes of the file taken in so far; 0 for a workbook. */
    public long bytesRead() {
        return lines.bytesRead();
    }

    /**
     * The next row, or nothing at the end.
     *
     * @throws RefusedFileException when the rest of the file cannot be read
     */
    public Optional<TableRow> next() {
        return nextWithValues(lines).map(line -> header.row(line, lines.everyCellIsWritten()));
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    private static Optional<TableLine> nextWithValues(TableLines lines) {
        Optional<TableLine> line = lines.next();
        while (line.isPresent() && line.get().isBlank()) {
            line = lines.next();
        }
        return line;
    }

    private static byte[] magic(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            return Arrays.copyOf(bytes.readNBytes(MAGIC), MAGIC);
        }
    }
}
