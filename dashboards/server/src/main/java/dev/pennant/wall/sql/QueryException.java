package dev.pennant.wall.sql;

/** A query that cannot be made ready to run; the message says why, and shows nothing of the query but names. */
public final class QueryException extends Exception {
    private static final long serialVersionUID = 1;

    public QueryException(String message) {
        super(message);
    }
}
