package dev.pennant.core.catalogue;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A row of a CSV file under its header, whose fields are read by their column, so that each mistake can be named where it stands. */
final class CsvRow {
    private static final Pattern LINE = Pattern.compile("line (\\d+)");

    private final CatalogueText text;
    private final List<String> columns;
    private final CsvRecord row;
    private final List<CatalogueProblem> problems;

    private CsvRow(CatalogueText text, List<String> columns, CsvRecord row, List<CatalogueProblem> problems) {
        this.text = text;
        this.columns = columns;
        this.row = row;
        this.problems = problems;
    }

    /** Reads all rows that have the columns; the others are reported. */
    static List<CsvRow> of(CatalogueText text, List<String> columns, List<CatalogueProblem> problems) {
        String header = String.join(",", columns);
        if (text.isBlank()) {
            text.problem(0, "the file is empty; its first line has to be " + header, problems);
            return List.of();
        }
        List<CsvRow> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .ofCsvRecord(text.content())) {
            Iterator<CsvRecord> records = reader.iterator();
            CsvRecord first = records.next();
            if (!first.getFields().equals(columns)) {
                text.problem((int) first.getStartingLineNumber(), "the first line has to be " + header, problems);
                return List.of();
            }
            if (!records.hasNext()) {
                text.problem(0, "nothing stands under the first line", problems);
            }
            while (records.hasNext()) {
                CsvRow row = new CsvRow(text, columns, records.next(), problems);
                if (row.row.getFieldCount() == columns.size()) {
                    rows.add(row);
                } else {
                    row.problem("has " + row.row.getFieldCount() + " columns, not " + columns.size() + ": " + header);
                }
            }
        } catch (CsvParseException mistake) {
            Matcher line = LINE.matcher(mistake.getMessage());
            text.problem(
                    line.find() ? Integer.parseInt(line.group(1)) : 0,
                    "this is no CSV: " + mistake.getMessage(),
                    problems);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return rows;
    }

    String field(String column) {
        return row.getField(columns.indexOf(column));
    }

    String required(String column) {
        if (field(column).isBlank()) {
            problem("'" + column + "' needs a value");
        }
        return field(column);
    }

    String code(String column, Pattern pattern, String expected) {
        String code = field(column);
        if (!pattern.matcher(code).matches()) {
            problem(column + " '" + code + "': " + expected);
        }
        return code;
    }

    /** A field read by a function that throws IllegalArgumentException with the reason when it cannot. */
    <T> Optional<T> value(String column, Function<String, T> reader) {
        try {
            return Optional.of(reader.apply(field(column)));
        } catch (IllegalArgumentException mistake) {
            problem(column + " '" + field(column) + "': " + mistake.getMessage());
            return Optional.empty();
        }
    }

    void problem(String reason) {
        text.problem((int) row.getStartingLineNumber(), reason, problems);
    }
}
