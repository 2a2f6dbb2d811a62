package dev.pennant.core.alerts;

import dev.pennant.core.alerts.TrackedAlert.Goal;
import dev.pennant.core.period.Period;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The alerts of one subject. Every method gives the alerts that have changed, each whole. Which causes stand is a function of the figures and rules
 * that stand; what is remembered beside it is only how long they have, and what was shown.
 */
public final class SubjectAlerts {
    private final Subject subject;
    private final AlertShelf shelf;
    private final Map<String, String> kinds;
    private final AlertWords words;
    private final long epoch;
    private final Instant now;
    private List<AlertRule> rules;
    private Optional<Instant> nextDue = Optional.empty();

    /**
     * @param shelf where its units are
     * @param kinds kinds of the units of the catalogue, by code
     * @param words how an alert is put into words
     * @param epoch of the present run
     * @param now the time
     */
    public SubjectAlerts(
            Subject subject, AlertShelf shelf, Map<String, String> kinds, AlertWords words, long epoch, Instant now) {
        this.subject = subject;
        this.shelf = shelf;
        this.kinds = kinds;
        this.words = words;
        this.epoch = epoch;
        this.now = now;
    }

    /** Takes a figure: raises, ends and withdraws what follows from it. */
    public List<Alert> take(Figure figure) {
        UnitAlerts unit = shelf.unit(figure.unit()).orElseGet(UnitAlerts::new);
        List<Alert> changed = new ArrayList<>();
        if (!unit.take(figure)) {
            return changed;
        }
        for (AlertRule rule : rules()) {
            judge(rule, figure.unit(), unit, figure.period(), Optional.of(figure.updatedAt()), changed);
        }
        keepInPart(figure.unit(), unit);
        judgeParts(figure, changed);
        return changed;
    }

    /**
     * Takes the figures of all units in one period; a unit that was there before and is not any more has none.
     *
     * @param version of all of them
     * @param at when they were computed
     */
    public List<Alert> takeAll(String period, List<Figure> figures, long version, Instant at) {
        List<Alert> changed = new ArrayList<>();
        Set<String> there = new HashSet<>();
        for (Figure figure : figures) {
            there.add(figure.unit());
            changed.addAll(take(figure));
        }
        for (String code : shelf.codes()) {
            if (!there.contains(code)) {
                shelf.unit(code)
                        .flatMap(unit -> unit.figure(period))
                        .ifPresent(gone -> changed.addAll(take(gone.takenBack(version, at))));
            }
        }
        return changed;
    }

    /** Judges everything by a rule that is new, or that was changed. */
    public List<Alert> apply(AlertRule rule) {
        List<Alert> changed = new ArrayList<>();
        for (String code : shelf.codes()) {
            UnitAlerts unit = shelf.unit(code).orElseThrow();
            judge(rule, code, unit, "", Optional.empty(), changed);
            keepInPart(code, unit);
        }
        return changed;
    }

    /** Withdraws what a rule has raised that is taken back, and forgets it. */
    public List<Alert> withdraw(AlertRule rule) {
        List<Alert> changed = new ArrayList<>();
        for (String code : shelf.codes()) {
            UnitAlerts unit = shelf.unit(code).orElseThrow();
            for (AlertKey key : List.copyOf(unit.alerts(rule.id()).keySet())) {
                TrackedAlert alert = unit.alert(key).orElseThrow();
                if (alert.state() == AlertState.PENDING || alert.state() == AlertState.FIRING) {
                    changed.add(alertOf(rule, code, unit, key.period(), ended(alert)));
                }
                unit.forget(key);
            }
            keepInPart(code, unit);
        }
        return changed;
    }

    /** What has changed by time alone. */
    public List<Alert> timePassed() {
        List<Alert> changed = new ArrayList<>();
        for (String code : shelf.codes()) {
            UnitAlerts unit = shelf.unit(code).orElseThrow();
            if (unit.due().filter(due -> !due.isAfter(now)).isPresent()) {
                for (AlertRule rule : rules()) {
                    judge(rule, code, unit, "", Optional.empty(), changed);
                }
                keep(code, unit);
            } else {
                nextDue = earlier(nextDue, unit.due());
            }
        }
        return changed;
    }

    /** When it has to be asked what has changed by time alone, as far as the units go that were looked at. */
    public Optional<Instant> due() {
        return nextDue;
    }

    /** Judges the units that are compared with the region whose figure it is, by the rules that do so. */
    private void judgeParts(Figure region, List<Alert> changed) {
        List<AlertRule> comparing = rules().stream()
                .filter(rule -> rule.condition()
                        .comparedWith()
                        .filter(kind -> kind.is(region.unit()))
                        .isPresent())
                .toList();
        if (comparing.isEmpty()) {
            return;
        }
        for (String code : shelf.codes()) {
            if (code.startsWith(region.unit()) && !code.equals(region.unit())) {
                UnitAlerts unit = shelf.unit(code).orElseThrow();
                for (AlertRule rule : comparing) {
                    judge(rule, code, unit, region.period(), Optional.of(region.updatedAt()), changed);
                }
                keepInPart(code, unit);
            }
        }
    }

    /** The rules in force, read once. */
    private List<AlertRule> rules() {
        if (rules == null) {
            rules = shelf.rules();
        }
        return rules;
    }

    /** Judges the periods from one on, and those before it that have an alert, which a later period may have ended. */
    private void judge(
            AlertRule rule, String code, UnitAlerts unit, String from, Optional<Instant> at, List<Alert> changed) {
        boolean covered = rule.units().cover(code, kinds.getOrDefault(code, RuleUnits.OTHER));
        TreeSet<String> periods = new TreeSet<>();
        unit.alerts(rule.id()).keySet().forEach(key -> periods.add(key.period()));
        if (covered) {
            unit.figures().tailMap(from, true).keySet().stream()
                    .filter(period -> rule.every().covers(Period.parse(period)))
                    .forEach(periods::add);
        }
        Judge judge = new Judge(rule, unit, region -> region.of(code).flatMap(shelf::unit));
        for (String period : periods) {
            boolean applies = covered && rule.every().covers(Period.parse(period));
            Goal goal = !applies
                    ? Goal.NONE
                    : rule.condition() instanceof Condition.Silence silence
                            ? silent(unit, period, silence, rule)
                            : judge.goal(period);
            follow(rule, code, unit, period, goal, judge.find(period), at, changed);
        }
    }

    /** Silence is of the last period alone, and there is none until it has lasted. */
    private Goal silent(UnitAlerts unit, String period, Condition.Silence silence, AlertRule rule) {
        Optional<String> last = unit.figures().descendingKeySet().stream()
                .filter(known -> rule.every().covers(Period.parse(known)))
                .findFirst();
        boolean isSilent = silence.endOfPatience(unit, rule.every())
                .filter(end -> !now.isBefore(end))
                .isPresent();
        return isSilent && last.equals(Optional.of(period)) ? Goal.FIRING : Goal.CLEARED;
    }

    private void follow(
            AlertRule rule,
            String code,
            UnitAlerts unit,
            String period,
            Goal goal,
            Finding finding,
            Optional<Instant> at,
            List<Alert> changed) {
        AlertKey key = new AlertKey(rule.id(), period);
        Optional<TrackedAlert> before = unit.alert(key);
        boolean isSilence = rule.condition() instanceof Condition.Silence;
        if (before.isEmpty() && (goal == Goal.NONE || (isSilence && goal == Goal.CLEARED))) {
            return;
        }
        TrackedAlert after = new Course(rule, now)
                .next(before, goal, finding, figureVersions(unit, period, finding), at.orElseGet(() -> unit.figures()
                        .get(period)
                        .updatedAt()));
        unit.put(key, after);
        if (before.isEmpty() || after.differsFrom(before.get())) {
            changed.add(alertOf(rule, code, unit, period, after));
        }
    }

    private static List<Long> figureVersions(UnitAlerts unit, String period, Finding finding) {
        List<Long> versions = new ArrayList<>();
        Optional.ofNullable(unit.figures().get(period)).map(Figure::version).ifPresent(versions::add);
        finding.compared().forEach(figure -> versions.add(figure.version()));
        return versions;
    }

    private TrackedAlert ended(TrackedAlert alert) {
        return new TrackedAlert(
                alert.ruleRevision(),
                Goal.NONE,
                now,
                AlertState.WITHDRAWN,
                AlertReason.RULE_CHANGED,
                alert.met(),
                now,
                alert.value(),
                alert.threshold(),
                alert.versions());
    }

    private Alert alertOf(AlertRule rule, String code, UnitAlerts unit, String period, TrackedAlert alert) {
        Figure figure = unit.figures().get(period);
        return new Alert(
                rule.id(),
                alert.ruleRevision(),
                rule.level(),
                subject,
                words.title(subject),
                code,
                words.unitName(figure),
                period,
                figure.periodLabel(),
                alert.state(),
                alert.reason(),
                alert.value(),
                alert.threshold(),
                alert.versions(),
                words.chinese(rule, subject, figure, alert),
                words.english(rule, subject, figure, alert),
                alert.since(),
                figure.synthetic(),
                unit.change(epoch),
                now);
    }

    /** Keeps a unit that was judged whole, with the moment at which its next alert changes by time alone. */
    private void keep(String code, UnitAlerts unit) {
        keep(code, unit, Optional.empty());
    }

    /** Keeps a unit that was judged by some rules or in some periods: what was due in others is due still. */
    private void keepInPart(String code, UnitAlerts unit) {
        keep(code, unit, unit.due().filter(due -> !due.isAfter(now)));
    }

    private void keep(String code, UnitAlerts unit, Optional<Instant> overdue) {
        Optional<Instant> due = overdue;
        for (AlertRule rule : rules()) {
            due = earlier(due, new Course(rule, now).due(unit));
        }
        unit.due(due);
        nextDue = earlier(nextDue, due);
        shelf.put(code, unit);
    }

    private static Optional<Instant> earlier(Optional<Instant> one, Optional<Instant> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.or(() -> other);
        }
        return one.get().isBefore(other.get()) ? one : other;
    }
}
