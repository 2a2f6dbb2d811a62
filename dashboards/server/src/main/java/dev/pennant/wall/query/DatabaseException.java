package dev.pennant.wall.query;

/** A query that got no answer. The message is for the log: it can show the query. */
public final class DatabaseException extends Exception {
    private static final long serialVersionUID = 1;

    private final Cause reason;

    /** Why there is no answer. */
    public enum Cause {
        /** The server is not there. */
        UNREACHABLE,
        /** It would have taken too long. */
        TOO_SLOW,
        /** It would have been too large. */
        TOO_LARGE,
        /** The wall may not read that. */
        DENIED,
        /** Too many ask at once, or have asked in this hour. */
        BUSY,
        /** The query is wrong. */
        REFUSED
    }

    DatabaseException(Cause reason, String message) {
        super(message);
        this.reason = reason;
    }

    DatabaseException(Cause reason, String message, Exception cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** Why there is no answer. */
    public Cause reason() {
        return reason;
    }

    /** What an error code of ClickHouse's says. */
    static Cause ofCode(int code) {
        return switch (code) {
            case 158, 396, 307 -> Cause.TOO_LARGE; // rows, rows or bytes of the result
            case 159, 160 -> Cause.TOO_SLOW;
            case 497, 291 -> Cause.DENIED;
            case 201, 202, 241 -> Cause.BUSY; // quota, queries at once, memory
            default -> Cause.REFUSED;
        };
    }
}
