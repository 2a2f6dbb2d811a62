package dev.pennant.bench.boards;

import dev.pennant.wall.contract.BoardQuery;
import dev.pennant.wall.query.Database;
import dev.pennant.wall.query.DatabaseException;
import java.util.Arrays;
import java.util.Locale;

/**
 * How long a query took, run by run.
 *
 * @param query what was asked
 * @param nanos each run from the request to the whole answer, the shortest first
 */
@SuppressWarnings("ArrayRecordComponent")
record QueryTimes(BoardQuery query, long[] nanos) {
    private static final int WARM_UP = 3;
    private static final double NANOS_OF_A_MILLI = 1e6;

    static QueryTimes of(BoardQuery query, Database database, int runs) throws DatabaseException {
        for (int run = 0; run < WARM_UP; run++) {
            database.query(query.sql());
        }
        long[] nanos = new long[runs];
        for (int run = 0; run < runs; run++) {
            long start = System.nanoTime();
            database.query(query.sql());
            nanos[run] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        return new QueryTimes(query, nanos);
    }

    /** The time within which so many percent of the runs were done. */
    double millis(int percent) {
        int place = (int) Math.ceil(percent / 100.0 * nanos.length) - 1;
        return nanos[Math.max(place, 0)] / NANOS_OF_A_MILLI;
    }

    String text(int percent) {
        return String.format(Locale.ROOT, "%.1f", millis(percent));
    }
}
