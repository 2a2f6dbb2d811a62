package dev.pennant.core.catalogue;

import dev.pennant.core.alerts.AlertRule;

/**
 * A rule for alerts, and the text it was read from.
 *
 * @param rule what it says
 * @param text its YAML, one entry of a rules file; what the topic {@code alert-rules} carries
 */
public record WrittenRule(AlertRule rule, String text) {}
