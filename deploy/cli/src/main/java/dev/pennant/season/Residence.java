package dev.pennant.season;

import java.time.YearMonth;
import java.util.Optional;

/**
 * Where an enterprise of the season is on the roster, and when.
 *
 * @param unit code of the township
 * @param from first month
 * @param to last month, inclusive, or nothing when it is still there at the season's end
 */
record Residence(String unit, YearMonth from, Optional<YearMonth> to) {
    boolean covers(YearMonth month) {
        return !month.isBefore(from) && to.map(last -> !month.isAfter(last)).orElse(true);
    }
}
