package dev.pennant.replay;

import dev.pennant.jobs.kafka.Topic;
import dev.pennant.jobs.kafka.Topics;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The rows of a table that two runs over the same topics have in common: those that say something now. Others only say that something was told once,
 * which a run that has more before it does not come to tell; or the topic has them no longer.
 *
 * @param condition in SQL, true of each of them
 * @param leftOut the others, as people read it
 */
record ComparedRows(String condition, String leftOut) {
    static final ComparedRows ALL = new ComparedRows("true", "");

    private static final ComparedRows LAST_SNAPSHOT = new ComparedRows(
            "(competition, period, version) IN"
                    + " (SELECT competition, period, max(version) FROM pennant.standing_latest GROUP BY competition, period)",
            "snapshots before the last");

    private static final Map<String, ComparedRows> OF_TABLES = ofTables();

    /** Those of a table, alerts excepted: see {@link AlertRows}. */
    static ComparedRows of(String table) {
        return OF_TABLES.getOrDefault(table, ALL);
    }

    private static Map<String, ComparedRows> ofTables() {
        Map<String, ComparedRows> rows = new HashMap<>();
        rows.put("indicator_latest", new ComparedRows("reported > 0", "withdrawn values"));
        rows.put("enterprise_contribution_latest", new ComparedRows("unit != ''", "what counts nowhere any more"));
        rows.put("retail_hour_latest", new ComparedRows("receipts > 0", "hours without receipts"));
        rows.put("retail_store_day_latest", new ComparedRows("receipts > 0", "days without receipts"));
        rows.put(
                "retail_category_latest",
                new ComparedRows(
                        "sold != 0 OR value != 0 OR base IS NOT NULL", "categories of which nothing was sold"));
        rows.put("retail_held_latest", new ComparedRows("receipts > 0", "stores that were registered since"));
        rows.put("air_day_latest", new ComparedRows("stations > 0", "days without stations"));
        rows.put(
                "air_statistics_latest",
                new ComparedRows("valid_days > 0 OR arrayMax(pollutant_days) > 0", "spans without valid days"));
        rows.put("standing_latest", LAST_SNAPSHOT);
        rows.put("standing_score_latest", LAST_SNAPSHOT);
        rows.put("enterprise_registry_log", lastOf("enterprise_registry_log", "enterprise_id, valid_from"));
        rows.put("store_registry_log", lastOf("store_registry_log", "store_id, valid_from"));
        rows.put("unit_registry_log", lastOf("unit_registry_log", "code"));
        rows.put("alert_rule_log", lastOf("alert_rule_log", "rule"));
        rows.put("air_station_log", lastOf("air_station_log", "station"));
        rows.put("air_dust_log", lastOf("air_dust_log", "unit, day"));
        rows.put("dead_letter_log", lettersOfTopicsThatAreKept());
        return rows;
    }

    /** A topic that is compacted keeps the last message of each key, and in the end not even that when it is a withdrawal. */
    private static ComparedRows lastOf(String table, String key) {
        return new ComparedRows(
                "NOT withdrawn AND (partition, offset) IN (SELECT partition, max(offset) FROM pennant." + table
                        + " GROUP BY partition, " + key + ")",
                "messages replaced or withdrawn since, which Kafka may forget");
    }

    private static ComparedRows lettersOfTopicsThatAreKept() {
        return new ComparedRows(
                Topics.INPUTS.stream()
                        .filter(Topic::isKeptWhole)
                        .map(topic -> "'" + topic.name() + "'")
                        .collect(Collectors.joining(", ", "topic IN (", ")")),
                "those of topics that Kafka compacts or that jobs write, and rows that the database refused");
    }
}
