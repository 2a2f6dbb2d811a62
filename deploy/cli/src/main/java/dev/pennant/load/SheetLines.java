package dev.pennant.load;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;

/**
 * The rows of the first sheet of an .xlsx workbook, streamed out of its XML. In memory at once: one row, and the workbook's table of
 * distinct texts, which the format keeps apart from the rows.
 */
final class SheetLines implements TableLines {
    private final Path file;
    private final ReadableWorkbook workbook;
    private final SheetText texts;
    private final Stream<Row> stream;
    private final Iterator<Row> rows;
    private int lastRow;

    private SheetLines(Path file, ReadableWorkbook workbook, SheetText texts, Stream<Row> stream) {
        this.file = file;
        this.workbook = workbook;
        this.texts = texts;
        this.stream = stream;
        this.rows = stream.iterator();
    }

    static SheetLines open(Path file) throws IOException {
        WorkbookParts parts = WorkbookParts.of(file);
        ReadableWorkbook workbook;
        try {
            workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(parts.styled(), true));
        } catch (RuntimeException notAWorkbook) {
            throw new RefusedFileException(
                    file, "it is no .xlsx workbook that can be read: " + notAWorkbook.getMessage(), notAWorkbook);
        }
        try {
            SheetText texts = new SheetText(parts.countsFrom1904());
            return new SheetLines(
                    file, workbook, texts, workbook.getFirstSheet().openStream());
        } catch (RuntimeException noSheet) {
            workbook.close();
            throw new RefusedFileException(file, "its first sheet cannot be read: " + noSheet.getMessage(), noSheet);
        }
    }

    @Override
    public Optional<TableLine> next() {
        try {
            return rows.hasNext() ? Optional.of(line(rows.next())) : Optional.empty();
        } catch (RuntimeException broken) {
            throw new RefusedFileException(
                    file, lastRow + 1L, "the sheet cannot be read from here on: " + broken.getMessage(), broken);
        }
    }

    @Override
    public boolean everyCellIsWritten() {
        return false;
    }

    @Override
    public long bytesRead() {
        return 0;
    }

    @Override
    public void close() throws IOException {
        stream.close();
        workbook.close();
    }

    private TableLine line(Row row) {
        lastRow = row.getRowNum();
        List<String> cells = new ArrayList<>(row.getCellCount());
        Map<Integer, String> problems = new HashMap<>();
        Map<Integer, String> doubts = new HashMap<>();
        for (Cell cell : row) {
            SheetText.Reading reading = cell == null ? SheetText.Reading.EMPTY : texts.read(cell);
            if (!reading.problem().isEmpty()) {
                problems.put(cells.size(), reading.problem());
            }
            if (!reading.doubt().isEmpty()) {
                doubts.put(cells.size(), reading.doubt());
            }
            cells.add(reading.text());
        }
        return new TableLine(lastRow, cells, problems, doubts);
    }
}
