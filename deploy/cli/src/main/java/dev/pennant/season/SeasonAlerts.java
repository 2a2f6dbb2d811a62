package dev.pennant.season;

import dev.pennant.stack.clickhouse.ClickHouseClient;
import dev.pennant.text.TextTable;
import dev.pennant.text.TextTable.Column;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The alerts with which a season ends, read from the database and nowhere else: how many of each rule, and those that fire of the county whose
 * townships' figures were published. What was withdrawn on the way hangs on the pace of the season, and is not among them.
 */
public final class SeasonAlerts {
    private static final int COUNTY_DIGITS = 6;
    private static final int MOST = 30;

    private static final String RULES =
            """
            SELECT rules.title, any(transform(rules.level, ['blue', 'yellow', 'orange', 'red'], ['蓝', '黄', '橙', '红'], '')) AS colour,
                toString(countIf(alerts.state = 'firing')), toString(countIf(alerts.state = 'resolved')),
                toString(countIf(alerts.state = 'pending'))
            FROM pennant.alert_rules AS rules
            LEFT JOIN pennant.alerts AS alerts ON alerts.rule = rules.rule
            GROUP BY rules.rule, rules.title, rules.level
            ORDER BY indexOf(['red', 'orange', 'yellow', 'blue'], toString(rules.level)), rules.rule
            FORMAT TSVRaw""";

    private static final String FIRING =
            """
            SELECT level_title, message, if(synthetic, '演示数据', '')
            FROM pennant.alerts
            WHERE state = 'firing' AND startsWith(unit, {county:String})
            ORDER BY indexOf(['red', 'orange', 'yellow', 'blue'], toString(level)), alert_id
            LIMIT {most:UInt32}
            FORMAT TSVRaw""";

    private final List<String> rules;
    private final List<String> firing;

    /**
     * @param rules rows of title, level, and how many fire, are resolved and pend
     * @param firing rows of level, message and mark
     */
    SeasonAlerts(List<String> rules, List<String> firing) {
        this.rules = rules;
        this.firing = firing;
    }

    /**
     * Reads what it takes from the database.
     *
     * @throws IOException when the database cannot be reached
     */
    public static SeasonAlerts read(ClickHouseClient database) throws IOException {
        String county = PublishedFigures.read().units().iterator().next().substring(0, COUNTY_DIGITS);
        Map<String, String> parameters = Map.of("param_county", county, "param_most", Integer.toString(MOST));
        return new SeasonAlerts(
                database.query(RULES).lines().toList(),
                database.query(FIRING, parameters).lines().toList());
    }

    /** The alerts, line by line. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        TextTable counts = new TextTable(
                Column.left("alerts"),
                Column.left("level"),
                Column.right("firing"),
                Column.right("resolved"),
                Column.right("pending"));
        rules.forEach(row -> counts.add(row.split("\t", -1)));
        lines.add("");
        lines.addAll(counts.lines());
        lines.add("");
        TextTable told = new TextTable(Column.left(""), Column.left("firing in the county"), Column.left(""));
        firing.forEach(row -> told.add(row.split("\t", -1)));
        lines.addAll(told.lines());
        return lines;
    }
}
