package dev.pennant.wall.query;

import java.util.List;

/** What the database answers to a query. Two answers are the same only if they are one. */
public final class Answer {
    private final List<Column> columns;
    private final int rows;

    /** @param columns all of the same length */
    public Answer(List<Column> columns) {
        this.columns = List.copyOf(columns);
        this.rows = columns.isEmpty() ? 0 : columns.get(0).cells().size();
    }

    /** The columns, in the order of the query. */
    public List<Column> columns() {
        return columns;
    }

    /** How many rows there are. */
    public int rows() {
        return rows;
    }
}
