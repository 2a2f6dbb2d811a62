package dev.pennant.core.alerts;

import dev.pennant.core.alerts.TrackedAlert.Goal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The course of an alert from what is shown to what the figures ask for. A change that has to hold for a time is shown when it has, in both
 * directions, so that a figure that trembles about a threshold raises one alert and not many.
 */
final class Course {
    private final AlertRule rule;
    private final Instant now;

    Course(AlertRule rule, Instant now) {
        this.rule = rule;
        this.now = now;
    }

    /**
     * What an alert comes to.
     *
     * @param before nothing where there was none
     * @param at when the figures began to ask for the goal, if they did not before
     */
    TrackedAlert next(Optional<TrackedAlert> before, Goal goal, Finding finding, List<Long> versions, Instant at) {
        Instant goalSince = before.filter(alert -> alert.goal() == goal)
                .map(TrackedAlert::goalSince)
                .orElse(at);
        boolean wasFiring =
                before.filter(alert -> alert.state() == AlertState.FIRING).isPresent();
        boolean hasHeld = !now.isBefore(goalSince.plus(rule.hold()));
        AlertState state = goal == Goal.FIRING
                ? wasFiring || hasHeld ? AlertState.FIRING : AlertState.PENDING
                : wasFiring && !hasHeld ? AlertState.FIRING : end(goal);
        Instant since = before.filter(alert -> alert.state() == state)
                .map(TrackedAlert::since)
                .orElse(goalSince);
        if (before.isPresent() && keepsItsEvidence(before.get(), state, goal)) {
            TrackedAlert shown = before.get();
            return new TrackedAlert(
                    shown.ruleRevision(),
                    goal,
                    goalSince,
                    state,
                    shown.reason(),
                    shown.met(),
                    shown.since(),
                    shown.value(),
                    shown.threshold(),
                    shown.versions());
        }
        return new TrackedAlert(
                rule.revision(),
                goal,
                goalSince,
                state,
                reason(state, goal, before),
                finding.outcome() == Finding.Outcome.MET,
                since,
                finding.value(),
                finding.threshold(),
                versions);
    }

    /** When an alert of the unit changes by time alone, as far as this rule is concerned. */
    Optional<Instant> due(UnitAlerts unit) {
        if (rule.condition() instanceof Condition.Silence silence) {
            return silence.endOfPatience(unit, rule.every()).filter(now::isBefore);
        }
        return unit.alerts(rule.id()).values().stream()
                .filter(alert -> alert.goal() == Goal.FIRING
                        ? alert.state() == AlertState.PENDING
                        : alert.state() == AlertState.FIRING)
                .map(alert -> alert.goalSince().plus(rule.hold()))
                .min(Comparator.naturalOrder());
    }

    /** One that was withdrawn before, or that fires although its cause is gone, because that has not held yet. */
    private static boolean keepsItsEvidence(TrackedAlert shown, AlertState state, Goal goal) {
        return state == shown.state()
                && (state == AlertState.WITHDRAWN || (state == AlertState.FIRING && goal != Goal.FIRING));
    }

    private static AlertState end(Goal goal) {
        return switch (goal) {
            case HELD_BACK -> AlertState.PENDING;
            case CLEARED, CONTINUED -> AlertState.RESOLVED;
            default -> AlertState.WITHDRAWN;
        };
    }

    private AlertReason reason(AlertState state, Goal goal, Optional<TrackedAlert> before) {
        return switch (state) {
            case FIRING -> AlertReason.CAUSE_STANDS;
            case PENDING -> goal == Goal.HELD_BACK ? AlertReason.HELD_BACK : AlertReason.HOLDING;
            case RESOLVED -> goal == Goal.CONTINUED ? AlertReason.CONTINUED : AlertReason.CLEARED;
            case WITHDRAWN ->
                before.filter(alert -> !alert.ruleRevision().equals(rule.revision()))
                                .isPresent()
                        ? AlertReason.RULE_CHANGED
                        : AlertReason.REVISED;
        };
    }
}
