package dev.pennant.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** A table of plain text whose columns stay aligned where characters are two cells wide, as Chinese ones are. */
public final class TextTable {
    private static final String GAP = "  ";
    private static final int[][] WIDE = {
        {0x1100, 0x115F},
        {0x2E80, 0x303E},
        {0x3041, 0x33FF},
        {0x3400, 0x4DBF},
        {0x4E00, 0x9FFF},
        {0xA000, 0xA4CF},
        {0xAC00, 0xD7A3},
        {0xF900, 0xFAFF},
        {0xFE30, 0xFE6F},
        {0xFF00, 0xFF60},
        {0xFFE0, 0xFFE6},
        {0x1F300, 0x1FAFF},
        {0x20000, 0x3FFFD},
    };

    private final List<Column> columns;
    private final List<List<String>> rows = new ArrayList<>();

    /** A table without rows. */
    public TextTable(Column... columns) {
        this.columns = List.of(columns);
    }

    /**
     * Adds a row.
     *
     * @throws IllegalArgumentException when it has more or fewer cells than the table has columns
     */
    public void add(String... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException(
                    "a row of " + cells.length + " cells does not fit " + columns.size() + " columns");
        }
        rows.add(List.copyOf(Arrays.asList(cells)));
    }

    /** The heading and the rows, without line ends and without spaces at the end. */
    public List<String> lines() {
        List<String> heading = columns.stream().map(Column::heading).toList();
        return Stream.concat(Stream.of(heading), rows.stream()).map(this::line).toList();
    }

    /** How many cells of a terminal a text takes. */
    static int width(String text) {
        return text.codePoints().map(TextTable::width).sum();
    }

    private String line(List<String> cells) {
        StringBuilder line = new StringBuilder();
        for (int index = 0; index < cells.size(); index++) {
            String space = " ".repeat(widthOf(index) - width(cells.get(index)));
            boolean right = columns.get(index).alignment() == Alignment.RIGHT;
            line.append(index == 0 ? "" : GAP)
                    .append(right ? space : "")
                    .append(cells.get(index))
                    .append(right ? "" : space);
        }
        return line.toString().stripTrailing();
    }

    private int widthOf(int column) {
        return rows.stream()
                .mapToInt(row -> width(row.get(column)))
                .reduce(width(columns.get(column).heading()), Math::max);
    }

    private static int width(int codePoint) {
        int type = Character.getType(codePoint);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        return Arrays.stream(WIDE).anyMatch(range -> codePoint >= range[0] && codePoint <= range[1]) ? 2 : 1;
    }

    /** On which side of its column a text stands. */
    public enum Alignment {
        LEFT,
        RIGHT
    }

    /**
     * A column.
     *
     * @param heading its first line
     * @param alignment of all its lines
     */
    public record Column(String heading, Alignment alignment) {
        /** A column of words. */
        public static Column left(String heading) {
            return new Column(heading, Alignment.LEFT);
        }

        /** A column of numbers. */
        public static Column right(String heading) {
            return new Column(heading, Alignment.RIGHT);
        }
    }
}
