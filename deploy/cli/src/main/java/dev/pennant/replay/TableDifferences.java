package dev.pennant.replay;

import java.util.List;

/**
 * A table of the stack beside the replayed one.
 *
 * @param table its name
 * @param leftOut rows of it that are not compared, as people read it; empty where all are
 * @param rows how many rows of the stack were compared
 * @param replayedRows with how many of the replay
 * @param count how many keys differ
 * @param first the first of them, as people read it
 */
public record TableDifferences(
        String table, String leftOut, long rows, long replayedRows, long count, List<String> first) {
    static TableDifferences none(String table, String leftOut, long rows) {
        return new TableDifferences(table, leftOut, rows, rows, 0, List.of());
    }

    /** Whether the two say the same. */
    public boolean isNone() {
        return count == 0;
    }
}
