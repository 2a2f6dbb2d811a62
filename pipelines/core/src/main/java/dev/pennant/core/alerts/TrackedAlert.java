package dev.pennant.core.alerts;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is remembered of an alert of one rule and period: what it has come to, and what it is about to come to.
 *
 * @param ruleRevision wording of the rule it was judged by
 * @param goal what the figures that stand ask for
 * @param goalSince when they began to, in the time of the figures
 * @param state what is shown
 * @param reason why
 * @param met whether the rule's condition is met, or only not clear yet after the period before
 * @param since when the cause of the state began, in the time of the figures
 * @param value what the rule looked at
 * @param threshold what that was compared with
 * @param versions of the figure judged, and of those it was compared with
 */
public record TrackedAlert(
        String ruleRevision,
        Goal goal,
        Instant goalSince,
        AlertState state,
        AlertReason reason,
        boolean met,
        Instant since,
        Optional<BigDecimal> value,
        Optional<BigDecimal> threshold,
        List<Long> versions) {
    /** What the figures ask for. */
    public enum Goal {
        /** No alert: the cause does not stand. */
        NONE,
        /** The cause stands in a figure that is not complete enough. */
        HELD_BACK,
        /** The cause stands, in the last period that can be judged. */
        FIRING,
        /** The cause stands, and a later period is clear. */
        CLEARED,
        /** The cause stands, and in a later period too. */
        CONTINUED
    }

    public TrackedAlert {
        versions = List.copyOf(versions);
    }

    /** Whether people see another alert than that one: a version alone is no news. */
    boolean differsFrom(TrackedAlert other) {
        return state != other.state
                || reason != other.reason
                || met != other.met
                || !ruleRevision.equals(other.ruleRevision)
                || differ(value, other.value)
                || differ(threshold, other.threshold);
    }

    private static boolean differ(Optional<BigDecimal> one, Optional<BigDecimal> other) {
        return one.isPresent() != other.isPresent()
                || (one.isPresent() && one.get().compareTo(other.get()) != 0);
    }
}
