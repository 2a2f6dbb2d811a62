package dev.pennant.load;

/**
 * Why one row of a file was not taken.
 *
 * @param line where the row begins in its file, from 1
 * @param column the column at fault, empty when it is the row as a whole
 * @param reason one sentence for people
 */
public record RowFault(long line, String column, String reason) {
    /** As a line of a report: {@code line 5, column revenue: …}. */
    @Override
    public String toString() {
        return "line " + line + (column.isEmpty() ? "" : ", column " + column) + ": " + reason;
    }
}
