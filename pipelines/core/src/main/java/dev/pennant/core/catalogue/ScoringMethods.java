package dev.pennant.core.catalogue;

import dev.pennant.core.indicator.Rounding;
import dev.pennant.core.standings.Figure;
import dev.pennant.core.standings.ScoringMethod;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Reads how figures become points: {@code method: {kind: rank-deduction, each: 0.5}}. */
final class ScoringMethods {
    private static final List<String> KINDS = List.of(
            "ratio-to-target",
            "ratio-to-best",
            "rank-deduction",
            "rank-share",
            "step",
            "target-met",
            "efficacy",
            "min-max");
    private static final BigDecimal HUNDRED_PERCENT = BigDecimal.valueOf(100);
    private static final int MOST_PERCENT = 1_000;

    private ScoringMethods() {}

    static Optional<ScoringMethod> read(YamlMapping entry, Rounding rounding, List<CatalogueProblem> problems) {
        int problemsBefore = problems.size();
        Optional<String> kind = entry.value("kind", ScoringMethods::kind);
        Optional<ScoringMethod> method = kind.flatMap(known -> method(known, entry, rounding));
        if (kind.isPresent()) {
            entry.nothingElse();
        }
        return problems.size() > problemsBefore ? Optional.empty() : method;
    }

    private static Optional<ScoringMethod> method(String kind, YamlMapping entry, Rounding rounding) {
        return switch (kind) {
            case "ratio-to-target" ->
                both(entry.value("target", CompetitionFile::positive), percent(entry, "cap", HUNDRED_PERCENT))
                        .map(parts -> new ScoringMethod.RatioToTarget(Figure.scaled(parts.first), parts.second));
            case "ratio-to-best" -> percent(entry, "floor", BigDecimal.ZERO).map(ScoringMethod.RatioToBest::new);
            case "rank-deduction" ->
                entry.value("each", text -> ScoredLine.points(CompetitionFile.positive(text), rounding))
                        .map(ScoringMethod.RankDeduction::new);
            case "rank-share" -> percent(entry, "each", BigDecimal.valueOf(5)).map(ScoringMethod.RankShare::new);
            case "step" -> step(entry, rounding);
            case "target-met" ->
                entry.value("target", CompetitionFile::decimal)
                        .map(target -> new ScoringMethod.TargetMet(Figure.scaled(target)));
            case "efficacy" -> Optional.of(new ScoringMethod.Efficacy());
            default -> Optional.of(new ScoringMethod.MinMax());
        };
    }

    private static Optional<ScoringMethod> step(YamlMapping entry, Rounding rounding) {
        Optional<Long> points =
                entry.value("points", text -> ScoredLine.points(CompetitionFile.positive(text), rounding));
        Optional<BigDecimal> every = entry.value("every", CompetitionFile::positive);
        Optional<BigDecimal> from =
                entry.has("from") ? entry.value("from", CompetitionFile::decimal) : Optional.of(BigDecimal.ZERO);
        return points.isPresent() && every.isPresent() && from.isPresent()
                ? Optional.of(
                        new ScoringMethod.Step(points.get(), Figure.scaled(every.get()), Figure.scaled(from.get())))
                : Optional.empty();
    }

    /** A percentage in hundredths of a percent. */
    private static Optional<Integer> percent(YamlMapping entry, String key, BigDecimal usual) {
        return entry.has(key)
                ? entry.value(key, ScoringMethods::percent)
                : Optional.of(usual.movePointRight(2).intValueExact());
    }

    private static int percent(String text) {
        BigDecimal percent = CompetitionFile.decimal(text);
        if (percent.signum() < 0
                || percent.compareTo(BigDecimal.valueOf(MOST_PERCENT)) > 0
                || percent.stripTrailingZeros().scale() > 2) {
            throw new IllegalArgumentException(
                    "a percentage between 0 and " + MOST_PERCENT + " with at most two decimals is expected");
        }
        return percent.movePointRight(2).intValueExact();
    }

    private static String kind(String text) {
        if (!KINDS.contains(text)) {
            throw new IllegalArgumentException("it has to be one of " + String.join(", ", KINDS));
        }
        return text;
    }

    private record Both(BigDecimal first, int second) {}

    private static Optional<Both> both(Optional<BigDecimal> first, Optional<Integer> second) {
        return first.flatMap(one -> second.map(other -> new Both(one, other)));
    }
}
