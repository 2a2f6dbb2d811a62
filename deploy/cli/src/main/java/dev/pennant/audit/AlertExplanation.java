package dev.pennant.audit;

import dev.pennant.stack.clickhouse.ClickHouseClient;
import java.io.IOException;
import java.util.Map;

/** The alerts about one number, with the evidence for each. */
public final class AlertExplanation {
    private static final String ALERTS =
            """
            SELECT
                concat(rule, ' ', rule_revision) AS `rule and revision`,
                alerts.level_title AS level,
                state,
                reason,
                ifNull(toString(alerts.value), '–') AS value,
                ifNull(toString(alerts.threshold), '–') AS threshold,
                concat(toString(figure_version), if(compared_version = 0, '', concat(' : ', toString(compared_version)))) AS `version : compared with`,
                concat(toString(toTimeZone(alerts.since, 'Asia/Shanghai')), ' Asia/Shanghai') AS since,
                message
            FROM pennant.alerts AS alerts
            WHERE unit = {unit:String} AND period = {period:String} AND (indicator = {indicator:String} OR competition = {indicator:String})
            ORDER BY indexOf(['red', 'orange', 'yellow', 'blue'], toString(alerts.level)), rule""";

    private AlertExplanation() {}

    /**
     * Explains the alerts about a number.
     *
     * @param analyst who asks
     * @param unit code of the unit
     * @param indicator id of the indicator or competition
     * @param period {@code 2020-10} or {@code 2020-10-07}
     */
    public static ExplainedTable of(ClickHouseClient analyst, String unit, String indicator, String period)
            throws IOException {
        Map<String, String> key = Map.of("param_unit", unit, "param_indicator", indicator, "param_period", period);
        return new ExplainedTable("alerts", "Alerts about it:", JsonRows.ofText(analyst, ALERTS, key));
    }
}
