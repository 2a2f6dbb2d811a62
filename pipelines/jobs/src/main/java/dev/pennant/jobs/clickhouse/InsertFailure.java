package dev.pennant.jobs.clickhouse;

import java.util.OptionalInt;
import java.util.regex.Pattern;

/** An insert that failed, and what is to be done about it. */
final class InsertFailure extends Exception {
    private static final long serialVersionUID = 1L;
    private static final Pattern QUERY_ID = Pattern.compile("\\s*\\(queryId=[^)]*\\)");
    private static final int WHOLE_BATCH = -1;

    private final Remedy remedy;
    private final int row;

    private InsertFailure(Remedy remedy, int row, String message, Throwable cause) {
        super(message, cause);
        this.remedy = remedy;
        this.row = row;
    }

    /** The failure of a request, judged by its causes. */
    static InsertFailure of(Throwable cause) {
        return new InsertFailure(Remedy.on(cause), WHOLE_BATCH, reasonIn(cause), cause);
    }

    /** One row of the batch that cannot be sent; nothing of the batch was. */
    static InsertFailure ofRow(int row, String reason) {
        return new InsertFailure(Remedy.REJECT_ROWS, row, reason, null);
    }

    /** A table that is not as the job needs it. */
    static InsertFailure ofTable(String reason) {
        return new InsertFailure(Remedy.GIVE_UP, WHOLE_BATCH, reason, null);
    }

    Remedy remedy() {
        return remedy;
    }

    /** The row that is to blame, by its place in the batch, where that is known. */
    OptionalInt row() {
        return row == WHOLE_BATCH ? OptionalInt.empty() : OptionalInt.of(row);
    }

    /** What went wrong in the words of the database, or else of the network: the driver's own only name its wrapping. */
    static String reasonIn(Throwable failure) {
        Throwable innermost = failure;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        String message = innermost.getMessage();
        return message == null
                ? innermost.toString()
                : QUERY_ID.matcher(message).replaceAll("").strip();
    }
}
