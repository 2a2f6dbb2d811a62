package dev.pennant.core.standings;

import dev.pennant.core.indicator.Version;
import dev.pennant.core.period.Period;
import java.time.Instant;
import java.util.List;

/**
 * The standing of all units of a competition in one period: one snapshot.
 *
 * @param competition id of the competition
 * @param title its Chinese title
 * @param period the period ranked
 * @param decimals decimals of points
 * @param synthetic whether something scored is made up
 * @param version orders it among the snapshots of the same competition and period
 * @param updatedAt when it was made
 * @param rows every unit, by rank and code, those not ranked last
 */
public record Standing(
        String competition,
        String title,
        Period period,
        int decimals,
        boolean synthetic,
        Version version,
        Instant updatedAt,
        List<StandingRow> rows) {
    public Standing {
        rows = List.copyOf(rows);
    }

    /** Whether another snapshot shows the same; who made it when does not matter. */
    boolean shows(Standing other) {
        return synthetic == other.synthetic && rows.equals(other.rows);
    }
}
