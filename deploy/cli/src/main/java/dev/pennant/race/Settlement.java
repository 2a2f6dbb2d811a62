package dev.pennant.race;

import dev.pennant.stack.clickhouse.ClickHouseClient;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Freezes the standing of a period as its official result. What is settled is never changed; what is corrected afterwards stands beside it. */
public final class Settlement {
    private static final String KEY = "competition = {competition:String} AND period = {period:String}";

    private static final String SETTLED =
            "SELECT toString(toTimeZone(min(settled_at), 'Asia/Shanghai')), count() FROM pennant.settled_standings FINAL WHERE "
                    + KEY;

    private static final String STANDING =
            "SELECT countIf(isNotNull(rank)), countIf(isNull(rank)), countIf(provisional) FROM pennant.standings WHERE "
                    + KEY;

    private static final String FREEZE =
            """
            INSERT INTO pennant.settled_standings
                (competition, period, unit, unit_name, rank, score, list, not_ranked, version, settled_at)
            SELECT competition, period, unit, unit_name, rank, score, list, not_ranked, version, fromUnixTimestamp64Milli({now:Int64}, 'UTC')
            FROM pennant.standing_latest FINAL
            WHERE competition = {competition:String} AND period = {period:String}
              AND version = (SELECT max(version) FROM pennant.standing_latest WHERE competition = {competition:String} AND period = {period:String})
            """;

    private Settlement() {}

    /**
     * Settles a period.
     *
     * @param migrator owns the tables
     * @param now when it is settled
     * @return what there is to settle, or was settled before
     * @throws IOException when the database cannot be reached
     */
    public static Outcome settle(ClickHouseClient migrator, String competition, String period, Instant now)
            throws IOException {
        Map<String, String> key = Map.of(
                "param_competition", competition,
                "param_period", period,
                "param_now", Long.toString(now.toEpochMilli()));
        String[] settled = migrator.query(SETTLED, key).split("\t", -1);
        String[] standing = migrator.query(STANDING, key).split("\t", -1);
        Counts counts =
                new Counts(Integer.parseInt(standing[0]), Integer.parseInt(standing[1]), Integer.parseInt(standing[2]));
        if (!settled[1].equals("0")) {
            return new Outcome(Optional.of(settled[0]), counts);
        }
        if (counts.ranked() > 0) {
            migrator.query(FREEZE, key);
        }
        return new Outcome(Optional.empty(), counts);
    }

    /**
     * How a standing stands.
     *
     * @param ranked how many units are ranked
     * @param notRanked how many are not
     * @param provisional of how many more reports are expected
     */
    public record Counts(int ranked, int notRanked, int provisional) {}

    /**
     * What became of it.
     *
     * @param before when it was settled already, in Asia/Shanghai; nothing changed then
     * @param counts how the standing stands now
     */
    public record Outcome(Optional<String> before, Counts counts) {}
}
