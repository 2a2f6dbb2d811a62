package dev.pennant.wall.board;

/**
 * A query of a panel.
 *
 * @param refId its letter, by which the panel knows the answer
 * @param format what the answer is made into
 * @param sql as the author wrote it, with variables and macros
 */
public record Target(String refId, Format format, String sql) {
    /** What an answer becomes. */
    public enum Format {
        /** Series over time, one field for every combination of labels. */
        TIME_SERIES,
        /** Rows and columns as they come. */
        TABLE
    }
}
