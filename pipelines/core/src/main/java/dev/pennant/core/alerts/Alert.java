package dev.pennant.core.alerts;

import dev.pennant.core.indicator.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An alert as it stands: one of a rule, subject, unit and period, with the evidence for it.
 *
 * @param rule id of the rule
 * @param ruleRevision its wording
 * @param level how grave
 * @param subject indicator or competition
 * @param title its Chinese title
 * @param unit code of the unit
 * @param unitName as people call it
 * @param period the contract's spelling
 * @param periodLabel as people read it
 * @param state how far it has come
 * @param reason why
 * @param value what the rule looked at
 * @param threshold what that was compared with
 * @param versions of the figure judged, then of those it was compared with; packed, unsigned
 * @param message in Chinese
 * @param messageEn in English
 * @param since when the cause of the state began, in the time of the figures
 * @param synthetic whether figures in it are made up
 * @param version of the alert
 * @param updatedAt when it came to be so
 */
public record Alert(
        String rule,
        String ruleRevision,
        AlertLevel level,
        Subject subject,
        String title,
        String unit,
        String unitName,
        String period,
        String periodLabel,
        AlertState state,
        AlertReason reason,
        Optional<BigDecimal> value,
        Optional<BigDecimal> threshold,
        List<Long> versions,
        String message,
        String messageEn,
        Instant since,
        boolean synthetic,
        Version version,
        Instant updatedAt) {
    public Alert {
        versions = List.copyOf(versions);
    }

    /** The same for every version of the alert, and for no other. */
    public String id() {
        return String.join("|", rule, subject.id(), unit, period);
    }
}
