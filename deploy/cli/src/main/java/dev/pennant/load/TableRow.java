package dev.pennant.load;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One row of a table.
 *
 * @param line the physical line on which it begins, or the row number of a sheet, from 1
 * @param header its columns
 * @param cells texts in the order of {@link TableHeader#columns()}, exactly as written
 * @param doubts by column, why it may be empty by mistake
 * @param unreadable why the row cannot be used whatever its values mean, or nothing
 */
public record TableRow(
        long line, TableHeader header, List<String> cells, Map<String, String> doubts, Optional<RowFault> unreadable) {
    /**
     * The text of a column without the blanks around it, empty when there is none.
     *
     * @throws IllegalArgumentException when the table has no such column
     */
    public String value(String column) {
        return cells.get(header.position(column)).strip();
    }

    /** The text of a column that the table may lack, empty then too. */
    public String valueIfThere(String column) {
        return header.columns().contains(column) ? value(column) : "";
    }

    /** What is wrong in a column, with what may be behind it. */
    String reason(String column, String detail) {
        String doubt = doubts.get(column);
        return doubt == null ? detail : detail + " (" + doubt + ")";
    }

    /** A fault of this row in one of its columns. */
    public RowFault fault(String column, String reason) {
        return new RowFault(line, column, reason(column, reason));
    }
}
