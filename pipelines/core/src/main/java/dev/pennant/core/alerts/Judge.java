package dev.pennant.core.alerts;

import dev.pennant.core.alerts.Finding.Outcome;
import dev.pennant.core.alerts.TrackedAlert.Goal;
import dev.pennant.core.period.Period;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What one rule asks for in each period of a unit. A function of the figures that stand, and of nothing else: not of their order, nor of what was
 * judged before. What it found is kept as long as it is, so it serves one figure and no other.
 */
final class Judge {
    private final AlertRule rule;
    private final UnitAlerts unit;
    private final Function<Region, Optional<UnitAlerts>> regions;
    private final Map<String, Finding> found = new HashMap<>();

    Judge(AlertRule rule, UnitAlerts unit, Function<Region, Optional<UnitAlerts>> regions) {
        this.rule = rule;
        this.unit = unit;
        this.regions = regions;
    }

    /** What it finds in a period. */
    Finding find(String period) {
        return found.computeIfAbsent(period, this::look);
    }

    private Finding look(String period) {
        return unit.figure(period)
                .map(figure -> rule.condition().find(new InPeriod(figure)))
                .orElse(Finding.NOTHING);
    }

    /** What the alert of a period is to come to. */
    Goal goal(String period) {
        if (!isAlarmed(period)) {
            return Goal.NONE;
        }
        if (!isCovered(period)) {
            return Goal.HELD_BACK;
        }
        for (String later : unit.figures().tailMap(period, false).keySet()) {
            if (rule.every().covers(Period.parse(later)) && isCovered(later) && isJudged(later)) {
                return isAlarmed(later) ? Goal.CONTINUED : Goal.CLEARED;
            }
        }
        return Goal.FIRING;
    }

    /** The cause stands when the condition is met, or when it stood before and is not clear yet. */
    private boolean isAlarmed(String period) {
        Outcome outcome = find(period).outcome();
        return outcome == Outcome.MET
                || (outcome == Outcome.BETWEEN
                        && previous(unit.figures().get(period))
                                .map(before -> isCovered(before.period()) && isAlarmed(before.period()))
                                .orElse(false));
    }

    private boolean isJudged(String period) {
        return find(period).outcome() != Outcome.UNKNOWN;
    }

    private boolean isCovered(String period) {
        return unit.figure(period)
                .filter(figure -> figure.isCovered(rule.minimumCoverage()))
                .isPresent();
    }

    private Optional<Figure> previous(Figure figure) {
        return rule.every().before(Period.parse(figure.period())).stream()
                .flatMap(period -> unit.figure(period).stream())
                .findFirst();
    }

    private final class InPeriod implements Grounds {
        private final Figure figure;

        private InPeriod(Figure figure) {
            this.figure = figure;
        }

        @Override
        public Figure figure() {
            return figure;
        }

        @Override
        public Optional<Figure> earlier(int periods) {
            Optional<Figure> earlier = Optional.of(figure);
            for (int back = 0; back < periods; back++) {
                earlier = earlier.flatMap(Judge.this::previous);
            }
            return earlier;
        }

        @Override
        public Optional<Figure> of(Region region) {
            return regions.apply(region).flatMap(whole -> whole.figure(figure.period()));
        }
    }
}
