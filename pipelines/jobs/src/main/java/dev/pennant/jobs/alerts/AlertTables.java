package dev.pennant.jobs.alerts;

import dev.pennant.core.alerts.Alert;
import dev.pennant.jobs.clickhouse.TableMapping;

/** The tables of alerts and rules. */
final class AlertTables {
    /** Every version of every alert; the database itself keeps the latest of each beside it. */
    static final TableMapping<Alert> ALERTS = TableMapping.<Alert>into("pennant.alert_log")
            .column("alert_id", Alert::id)
            .column("rule", Alert::rule)
            .column("rule_revision", Alert::ruleRevision)
            .column("level", alert -> alert.level().id())
            .column("unit", Alert::unit)
            .column("unit_name", Alert::unitName)
            .column(
                    "indicator",
                    alert -> alert.subject().isIndicator() ? alert.subject().id() : "")
            .column(
                    "competition",
                    alert ->
                            alert.subject().isIndicator() ? "" : alert.subject().id())
            .column("title", Alert::title)
            .column("period", Alert::period)
            .column("period_label", Alert::periodLabel)
            .column("state", alert -> alert.state().id())
            .column("reason", alert -> alert.reason().id())
            .column("value", alert -> alert.value().orElse(null))
            .column("threshold", alert -> alert.threshold().orElse(null))
            .unsigned(
                    "figure_version",
                    alert -> alert.versions().isEmpty() ? 0L : alert.versions().get(0))
            .unsigned(
                    "compared_version",
                    alert -> alert.versions().size() < 2 ? 0L : alert.versions().get(1))
            .column("message", Alert::message)
            .column("message_en", Alert::messageEn)
            .column("since", Alert::since)
            .column("synthetic", Alert::synthetic)
            .unsigned("version", alert -> alert.version().packed())
            .column("updated_at", Alert::updatedAt)
            .key("alert_id")
            .version("version")
            .build();

    /** Every message about a rule that could be taken. */
    static final TableMapping<RuleEntry> RULES = TableMapping.<RuleEntry>into("pennant.alert_rule_log")
            .column("partition", entry -> entry.origin().partition())
            .column("offset", entry -> entry.origin().offset())
            .column("rule", RuleEntry::id)
            .column("revision", RuleEntry::revision)
            .column("title", RuleEntry::title)
            .column("title_en", RuleEntry::titleEn)
            .column("level", RuleEntry::level)
            .column("kinds", entry -> String.join(",", entry.kinds()))
            .column("units", entry -> String.join(",", entry.units()))
            .column("subjects", entry -> String.join(",", entry.subjects()))
            .column("text", RuleEntry::text)
            .column("withdrawn", RuleEntry::isWithdrawn)
            .column("received_at", RuleEntry::receivedAt)
            .key("partition", "offset")
            .build();

    private AlertTables() {}
}
