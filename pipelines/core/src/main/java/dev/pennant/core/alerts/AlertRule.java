package dev.pennant.core.alerts;

import java.time.Duration;
import java.util.Set;

/**
 * When an alert is raised, and what it says.
 *
 * @param id its id, part of those of its alerts
 * @param title in Chinese
 * @param titleEn in English
 * @param level how grave its alerts are
 * @param subjects the indicators or competitions it watches
 * @param units of which units
 * @param every in which periods
 * @param condition what it looks for
 * @param hold how long the cause has to stand before an alert fires, and to be gone before it ends
 * @param minimumCoverage of those expected, how many have to have reported, in percent; with 100 the figure has to be complete
 * @param message in Chinese
 * @param messageEn in English
 * @param assumed what in it is an assumption, or empty
 * @param revision tells its wordings apart; part of the evidence
 */
public record AlertRule(
        String id,
        String title,
        String titleEn,
        AlertLevel level,
        Set<Subject> subjects,
        RuleUnits units,
        Cadence every,
        Condition condition,
        Duration hold,
        int minimumCoverage,
        MessageTemplate message,
        MessageTemplate messageEn,
        String assumed,
        String revision) {
    public AlertRule {
        subjects = Set.copyOf(subjects);
    }
}
