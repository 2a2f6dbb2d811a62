package dev.pennant.race;

import dev.pennant.stack.clickhouse.ClickHouseClient;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What stood behind the last change of a unit's rank within a period, from the histories. */
final class LastMove {
    private static final String MOVE =
            """
            SELECT
                concat(toString(toTimeZone(assumeNotNull(moved_at), 'Asia/Shanghai')), ' from ', ifNull(toString(moved_from), 'not ranked'), ' to ',
                    ifNull(toString(rank), 'not ranked'), ': ', cause, if(empty(cause_indicator), '', concat(', ', cause_indicator))),
                cause_indicator,
                toUnixTimestamp64Milli(assumeNotNull(moved_at))
            FROM pennant.standings
            WHERE competition = {competition:String} AND period = {period:String} AND unit = {unit:String} AND isNotNull(moved_at)""";

    /** Who stood on the other side of the unit just before. */
    private static final String CROSSED =
            """
            WITH
                before AS (SELECT unit, rank FROM pennant.standings_history
                    WHERE competition = {competition:String} AND period = {period:String} AND valid_to = fromUnixTimestamp64Milli({moved:Int64}, 'UTC')),
                after AS (SELECT unit, unit_name, rank, cause, cause_indicator, moved_at FROM pennant.standings_history
                    WHERE competition = {competition:String} AND period = {period:String} AND valid_from = fromUnixTimestamp64Milli({moved:Int64}, 'UTC')),
                (SELECT any(rank) FROM before WHERE unit = {unit:String}) AS from_rank,
                (SELECT any(rank) FROM after WHERE unit = {unit:String}) AS to_rank
            SELECT concat(if(after.rank < to_rank, 'passed by ', 'passed '), after.unit_name, ' ', after.unit, ': ', ifNull(toString(before.rank), 'not ranked'),
                ' to ', toString(after.rank), if(after.moved_at = fromUnixTimestamp64Milli({moved:Int64}, 'UTC'), concat(', ', after.cause, if(empty(after.cause_indicator), '', concat(', ', after.cause_indicator))), ''))
            FROM after
            LEFT JOIN before ON before.unit = after.unit
            WHERE after.unit != {unit:String} AND isNotNull(after.rank)
              AND (isNull(before.rank) OR (before.rank < from_rank) != (after.rank < to_rank))
              AND isNotNull(from_rank) AND isNotNull(to_rank)
            ORDER BY after.rank
            LIMIT 12
            SETTINGS join_use_nulls = 1""";

    /** The figures of the indicator behind it that stood just before and since. */
    private static final String FIGURES =
            """
            SELECT concat(indicator, ' of ', unit_name, ' through ', period, ': ', toString(value), ' ', measure,
                if(isNull(growth), '', concat(', growth ', toString(growth))), ', ', toString(reported), ' of ', toString(expected), ' reported, since ',
                toString(toTimeZone(valid_from, 'Asia/Shanghai')))
            FROM pennant.indicators_history
            WHERE unit = {unit:String} AND indicator = {indicator:String} AND startsWith(period, {period:String})
              AND valid_from <= fromUnixTimestamp64Milli({moved:Int64}, 'UTC')
            ORDER BY valid_from DESC
            LIMIT 2""";

    private LastMove() {}

    /** The events, the move itself first; none when the unit never moved. */
    static List<String> of(ClickHouseClient analyst, Map<String, String> key) throws IOException {
        String row = analyst.query(MOVE, key);
        if (row.isEmpty()) {
            return List.of();
        }
        String[] move = row.split("\t", -1);
        List<String> events = new ArrayList<>();
        events.add(move[0]);
        Map<String, String> moved = new HashMap<>(key);
        moved.put("param_indicator", move[1]);
        moved.put("param_moved", move[2]);
        if (!move[1].isEmpty()) {
            events.addAll(analyst.query(FIGURES, moved).lines().toList());
        }
        events.addAll(analyst.query(CROSSED, moved).lines().toList());
        return events;
    }
}
