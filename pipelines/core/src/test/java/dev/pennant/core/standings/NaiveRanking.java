package dev.pennant.core.standings;

import static java.math.BigDecimal.ZERO;

import dev.pennant.core.period.Period;
import dev.pennant.core.standings.Race.Event;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Scores and ranks a period the plain way, with decimals and lists, from all events at once; shares nothing with the scoring under test but the rules. */
final class NaiveRanking {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Competition competition;
    private final Map<String, Figure> figures = new HashMap<>();
    private final List<Adjustment> adjustments = new ArrayList<>();

    NaiveRanking(Race race, Period period) {
        this.competition = race.competition();
        for (Event event : race.events()) {
            if (event instanceof Event.Came came && came.period().equals(period)) {
                figures.merge(
                        came.place() + came.column(),
                        came.figure(),
                        (one, other) -> other.version() > one.version() ? other : one);
            } else if (event instanceof Event.Adjusted adjusted
                    && adjusted.adjustment().period().equals(period)
                    && adjustments.stream().noneMatch(known -> sameEntry(known, adjusted.adjustment()))) {
                adjustments.add(adjusted.adjustment());
            }
        }
    }

    /** Rank and score of each unit; rank 0 without a score for one that is not ranked. */
    Map<String, String> ranks() {
        Map<String, BigDecimal> scores = new TreeMap<>();
        Map<String, BigDecimal> deciding = new HashMap<>();
        List<CompetitionUnit> compared = competition.units().named().stream()
                .filter(this::hasAllThatIsRequired)
                .toList();
        compared.forEach(unit -> scores.put(unit.code(), adjusted(unit.code())));
        for (int line = 0; line < competition.indicators().size(); line++) {
            Map<String, BigDecimal> column = column(line, compared);
            ScoredIndicator scored = competition.indicators().get(line);
            for (String unit : column.keySet()) {
                scores.merge(unit, points(scored, column, unit), BigDecimal::add);
            }
            if (line == competition.tieBreak()) {
                column.forEach((unit, figure) -> deciding.put(unit, scored.lessIsBetter() ? figure.negate() : figure));
            }
        }
        scores.keySet().removeIf(this::isVetoed);
        Map<String, String> ranks = new TreeMap<>();
        competition.units().named().forEach(unit -> ranks.put(unit.code(), "0"));
        for (String unit : scores.keySet()) {
            long better = scores.keySet().stream()
                    .filter(other -> isBetter(other, unit, scores, deciding))
                    .count();
            ranks.put(unit, (better + 1) + " " + scores.get(unit).setScale(2).toPlainString());
        }
        return ranks;
    }

    private static boolean isBetter(
            String other, String unit, Map<String, BigDecimal> scores, Map<String, BigDecimal> deciding) {
        int byScore = scores.get(other).compareTo(scores.get(unit));
        if (byScore != 0) {
            return byScore > 0;
        }
        return deciding.containsKey(other)
                && (!deciding.containsKey(unit) || deciding.get(other).compareTo(deciding.get(unit)) > 0);
    }

    private Map<String, BigDecimal> column(int line, List<CompetitionUnit> compared) {
        Map<String, BigDecimal> column = new TreeMap<>();
        for (CompetitionUnit unit : compared) {
            figure(line, unit).ifPresent(figure -> column.put(unit.code(), figure));
        }
        if (competition.indicators().get(line).aspect() == Aspect.SHARE) {
            BigDecimal total = column.values().stream().reduce(ZERO, BigDecimal::add);
            if (total.signum() <= 0) {
                return Map.of();
            }
            column.replaceAll((unit, part) -> part.multiply(HUNDRED).divide(total, 10, RoundingMode.HALF_UP));
        }
        return column;
    }

    private boolean hasAllThatIsRequired(CompetitionUnit unit) {
        for (int line = 0; line < competition.indicators().size(); line++) {
            if (competition.indicators().get(line).required()
                    && figure(line, unit).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private Optional<BigDecimal> figure(int line, CompetitionUnit unit) {
        ScoredIndicator scored = competition.indicators().get(line);
        int column = competition.figures().indexOf(scored.indicator());
        boolean growth = scored.aspect() == Aspect.GROWTH;
        List<Figure> members = new ArrayList<>();
        for (String member : unit.members()) {
            Figure figure = figures.get(member + column);
            if (figure == null || !has(figure, Figure.REPORTED)) {
                return Optional.empty();
            }
            members.add(figure);
        }
        if (unit.members().size() == 1) {
            return growth && !has(members.get(0), Figure.HAS_GROWTH)
                    ? Optional.empty()
                    : Optional.of(Figure.decimal(
                            growth ? members.get(0).growth() : members.get(0).value()));
        }
        BigDecimal values =
                members.stream().map(figure -> Figure.decimal(figure.value())).reduce(ZERO, BigDecimal::add);
        if (!growth) {
            return Optional.of(scored.additive() ? values : mean(values, members.size()));
        }
        if (!scored.additive()) {
            BigDecimal growths = members.stream()
                    .map(figure -> Figure.decimal(figure.growth()))
                    .reduce(ZERO, BigDecimal::add);
            return members.stream().allMatch(figure -> has(figure, Figure.HAS_GROWTH))
                    ? Optional.of(mean(growths, members.size()))
                    : Optional.empty();
        }
        BigDecimal bases =
                members.stream().map(figure -> Figure.decimal(figure.base())).reduce(ZERO, BigDecimal::add);
        boolean based = members.stream().allMatch(figure -> has(figure, Figure.HAS_BASE)) && bases.signum() > 0;
        return based
                ? Optional.of(values.subtract(bases).multiply(HUNDRED).divide(bases, 2, RoundingMode.HALF_UP))
                : Optional.empty();
    }

    private BigDecimal points(ScoredIndicator line, Map<String, BigDecimal> column, String unit) {
        BigDecimal weight = BigDecimal.valueOf(line.weight(), 2);
        BigDecimal own = column.get(unit);
        Comparator<BigDecimal> better = line.lessIsBetter() ? Comparator.reverseOrder() : Comparator.naturalOrder();
        BigDecimal best = column.values().stream().max(better).orElseThrow();
        BigDecimal worst = column.values().stream().min(better).orElseThrow();
        long rank = 1
                + column.values().stream()
                        .filter(other -> better.compare(other, own) > 0)
                        .count();
        ScoringMethod method = line.method();
        BigDecimal points;
        if (method instanceof ScoringMethod.MinMax) {
            points = best.compareTo(worst) == 0 ? weight : weight.multiply(part(own, worst, best));
        } else if (method instanceof ScoringMethod.Efficacy) {
            points = best.compareTo(worst) == 0
                    ? weight
                    : weight.multiply(part(own, worst, best)
                            .multiply(new BigDecimal("0.4"))
                            .add(new BigDecimal("0.6")));
        } else if (method instanceof ScoringMethod.RankDeduction deduction) {
            points = weight.subtract(BigDecimal.valueOf(deduction.each() * (rank - 1), 2))
                    .max(ZERO);
        } else if (method instanceof ScoringMethod.RankShare share) {
            points = weight.multiply(HUNDRED.subtract(BigDecimal.valueOf(share.each() * (rank - 1), 2))
                            .max(ZERO))
                    .divide(HUNDRED);
        } else if (method instanceof ScoringMethod.RatioToBest ratio) {
            BigDecimal floor = weight.multiply(BigDecimal.valueOf(ratio.floor(), 4));
            points = ratioToBest(line, weight, own, best).max(floor);
        } else if (method instanceof ScoringMethod.RatioToTarget ratio) {
            BigDecimal most = weight.multiply(BigDecimal.valueOf(ratio.cap(), 4));
            points = ratioToTarget(line, weight, own, Figure.decimal(ratio.target()), most);
        } else if (method instanceof ScoringMethod.Step step) {
            BigDecimal from = Figure.decimal(step.from());
            BigDecimal beyond = line.lessIsBetter() ? from.subtract(own) : own.subtract(from);
            BigDecimal steps = beyond.max(ZERO).divideToIntegralValue(Figure.decimal(step.every()));
            points = steps.multiply(BigDecimal.valueOf(step.points(), 2)).min(weight);
        } else {
            BigDecimal target = Figure.decimal(((ScoringMethod.TargetMet) method).target());
            points = better.compare(own, target) >= 0 ? weight : ZERO;
        }
        return points.setScale(2, RoundingMode.HALF_UP);
    }

    private static BigDecimal ratioToBest(ScoredIndicator line, BigDecimal weight, BigDecimal own, BigDecimal best) {
        if (best.signum() <= 0) {
            return line.lessIsBetter() && own.compareTo(best) == 0 ? weight : ZERO;
        }
        BigDecimal ratio = line.lessIsBetter() ? quotient(best, own) : quotient(own, best);
        return weight.multiply(ratio.max(ZERO)).min(weight);
    }

    private static BigDecimal ratioToTarget(
            ScoredIndicator line, BigDecimal weight, BigDecimal own, BigDecimal target, BigDecimal most) {
        if (line.lessIsBetter() && own.signum() <= 0) {
            return most;
        }
        BigDecimal ratio = line.lessIsBetter() ? quotient(target, own) : quotient(own, target);
        return weight.multiply(ratio.max(ZERO)).min(most);
    }

    private static BigDecimal part(BigDecimal own, BigDecimal worst, BigDecimal best) {
        return quotient(own.subtract(worst), best.subtract(worst));
    }

    private static BigDecimal quotient(BigDecimal dividend, BigDecimal divisor) {
        return dividend.divide(divisor, MathContext.DECIMAL128);
    }

    private static BigDecimal mean(BigDecimal sum, int count) {
        return sum.divide(BigDecimal.valueOf(count), 10, RoundingMode.HALF_UP);
    }

    private BigDecimal adjusted(String unit) {
        return adjustments.stream()
                .filter(adjustment -> adjustment.unit().equals(unit))
                .map(Adjustment::points)
                .reduce(ZERO, BigDecimal::add);
    }

    /** A veto stands that nothing lifted at a later time. */
    private boolean isVetoed(String unit) {
        return adjustments.stream()
                .filter(veto -> veto.unit().equals(unit) && veto.kind() == Adjustment.Kind.VETO)
                .anyMatch(veto -> adjustments.stream()
                        .noneMatch(lifted -> lifted.unit().equals(unit)
                                && lifted.kind() == Adjustment.Kind.VETO_LIFTED
                                && lifted.adjustedAt().isAfter(veto.adjustedAt())));
    }

    private static boolean sameEntry(Adjustment one, Adjustment other) {
        return one.unit().equals(other.unit())
                && one.adjustedAt().equals(other.adjustedAt())
                && one.reason().equals(other.reason());
    }

    private static boolean has(Figure figure, int mark) {
        return (figure.marks() & mark) != 0;
    }
}
