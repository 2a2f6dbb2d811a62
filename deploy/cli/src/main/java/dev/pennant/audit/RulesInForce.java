package dev.pennant.audit;

import dev.pennant.core.alerts.AlertRule;
import dev.pennant.core.catalogue.AlertRuleReader;
import dev.pennant.core.catalogue.Catalogue;
import dev.pennant.stack.clickhouse.ClickHouseClient;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The rules for alerts that are in force by what a database has of them. */
public final class RulesInForce {
    private static final String RULES = "SELECT rule FROM pennant.alert_rules ORDER BY rule";

    private static final String TEXT = "SELECT text FROM pennant.alert_rules WHERE rule = {rule:String} FORMAT TSVRaw";

    private RulesInForce() {}

    /**
     * Reads them, in the order of their ids.
     *
     * @param reader any user who may read the view
     * @param catalogue what they speak of
     * @throws IOException when the database cannot be reached
     */
    public static List<AlertRule> read(ClickHouseClient reader, Catalogue catalogue) throws IOException {
        AlertRuleReader texts = new AlertRuleReader(catalogue);
        List<AlertRule> rules = new ArrayList<>();
        for (String rule : reader.query(RULES).lines().toList()) {
            rules.add(texts.rule(reader.query(TEXT, Map.of("param_rule", rule))).rule());
        }
        return rules;
    }
}
