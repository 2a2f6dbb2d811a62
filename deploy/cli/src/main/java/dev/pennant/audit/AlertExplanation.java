package dev.pennant.audit;

import dev.pennant.stack.clickhouse.ClickHouseClient;
import dev.pennant.text.TextTable;
import dev.pennant.text.TextTable.Column;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The alerts about one number, with the evidence for each.
 *
 * @param alerts rows of rule, level, state, reason, value, threshold, versions of the figures, since when, and message
 */
public record AlertExplanation(List<List<String>> alerts) {
    private static final String ALERTS =
            """
            SELECT concat(rule, ' ', rule_revision), level_title, state, reason, ifNull(toString(value), '–'), ifNull(toString(threshold), '–'),
                concat(toString(figure_version), if(compared_version = 0, '', concat(' : ', toString(compared_version)))),
                concat(toString(toTimeZone(since, 'Asia/Shanghai')), ' Asia/Shanghai'), message
            FROM pennant.alerts
            WHERE unit = {unit:String} AND period = {period:String} AND (indicator = {indicator:String} OR competition = {indicator:String})
            ORDER BY indexOf(['red', 'orange', 'yellow', 'blue'], toString(level)), rule
            FORMAT TSVRaw""";

    /**
     * Explains the alerts about a number.
     *
     * @param analyst who asks
     * @param unit code of the unit
     * @param indicator id of the indicator or competition
     * @param period {@code 2020-10} or {@code 2020-10-07}
     */
    public static AlertExplanation of(ClickHouseClient analyst, String unit, String indicator, String period)
            throws IOException {
        Map<String, String> key = Map.of("param_unit", unit, "param_indicator", indicator, "param_period", period);
        return new AlertExplanation(analyst.query(ALERTS, key)
                .lines()
                .map(row -> List.of(row.split("\t", -1)))
                .toList());
    }

    /** The alerts, line by line; none where there is none. */
    public List<String> lines() {
        if (alerts.isEmpty()) {
            return List.of();
        }
        TextTable table = new TextTable(
                Column.left("rule and revision"),
                Column.left(""),
                Column.left("state"),
                Column.left("reason"),
                Column.right("value"),
                Column.right("threshold"),
                Column.left("version : compared with"),
                Column.left("since"),
                Column.left("message"));
        alerts.forEach(row -> table.add(row.toArray(String[]::new)));
        List<String> lines = new ArrayList<>(List.of("", "Alerts about it:"));
        lines.addAll(table.lines());
        return lines;
    }
}
