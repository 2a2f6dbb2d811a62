package dev.pennant.core.catalogue;

import dev.pennant.core.catalogue.IndicatorDefinition.Direction;
import dev.pennant.core.indicator.Rounding;
import dev.pennant.core.report.ReportedIndicator;
import dev.pennant.core.standings.Aspect;
import dev.pennant.core.standings.Cadence;
import dev.pennant.core.standings.ScoredIndicator;
import dev.pennant.core.standings.ScoringMethod;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Reads a line of a competition: an indicator, what of it is scored, its weight and method. */
final class ScoredLine {
    private static final String NOT_RANKED = "not-ranked";
    private static final String NO_POINTS = "no-points";

    private ScoredLine() {}

    static Optional<ScoredIndicator> read(
            YamlMapping entry,
            List<IndicatorDefinition> indicators,
            Cadence cadence,
            Rounding rounding,
            List<CatalogueProblem> problems) {
        int problemsBefore = problems.size();
        Optional<IndicatorDefinition> indicator = entry.value("indicator", id -> indicator(id, indicators));
        Optional<Aspect> aspect = entry.value("as", YamlMapping.oneOf(Aspect.class));
        Optional<Long> weight = entry.value("weight", text -> points(CompetitionFile.positive(text), rounding));
        Optional<Direction> direction = entry.has("direction")
                ? entry.value("direction", YamlMapping.oneOf(Direction.class))
                : indicator.map(IndicatorDefinition::direction);
        boolean required = !entry.has("missing")
                || entry.value("missing", ScoredLine::required).orElse(true);
        Optional<ScoringMethod> method =
                entry.mapping("method").flatMap(how -> ScoringMethods.read(how, rounding, problems));
        String group = entry.textOrEmpty("class");
        String title = entry.textOrEmpty("title");
        entry.nothingElse();
        indicator
                .filter(known -> cadence == Cadence.DAYS && !isDaily(known))
                .ifPresent(monthly -> entry.problem(
                        entry.line("indicator"),
                        "'" + monthly.id() + "' has a figure a month, and the competition is ranked every day"));
        indicator
                .filter(known -> known.sustainedAqi().isPresent())
                .ifPresent(ofDays -> entry.problem(
                        entry.line("indicator"),
                        "'" + ofDays.id() + "' is of single days, and the periods of a competition begin in January"));
        if (problems.size() > problemsBefore) {
            return Optional.empty();
        }
        IndicatorDefinition known = indicator.orElseThrow();
        return Optional.of(new ScoredIndicator(
                known.id(),
                aspect.orElseThrow(),
                title.isEmpty() ? known.title() + aspect.orElseThrow().suffix() : title,
                group,
                weight.orElseThrow(),
                direction.orElseThrow() == Direction.LOWER_IS_BETTER,
                method.orElseThrow(),
                required,
                isAdditive(known),
                known.growthRounding()));
    }

    /** Points as a whole number of the last decimal that they are rounded to. */
    static long points(BigDecimal points, Rounding rounding) {
        try {
            return points.movePointRight(rounding.decimals()).longValueExact();
        } catch (ArithmeticException finer) {
            throw new IllegalArgumentException(
                    "points of this competition have " + rounding.decimals() + " decimals", finer);
        }
    }

    private static IndicatorDefinition indicator(String id, List<IndicatorDefinition> indicators) {
        return indicators.stream()
                .filter(indicator -> indicator.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no such indicator in indicators.yaml"));
    }

    private static boolean required(String text) {
        return switch (text) {
            case NOT_RANKED -> true;
            case NO_POINTS -> false;
            default -> throw new IllegalArgumentException("it has to be one of " + NOT_RANKED + ", " + NO_POINTS);
        };
    }

    private static boolean isDaily(IndicatorDefinition indicator) {
        if (indicator.source() instanceof IndicatorSource.OfAir air) {
            return air.daily();
        }
        return indicator
                .reportedIndicator()
                .map(reported -> reported.cadence() == ReportedIndicator.Cadence.DAILY)
                .orElse(!(indicator.source() instanceof IndicatorSource.OfReports));
    }

    /** Whether the figure of places together is the sum of theirs. */
    private static boolean isAdditive(IndicatorDefinition indicator) {
        return indicator
                .reportedIndicator()
                .map(reported -> reported.rollUp() == ReportedIndicator.RollUp.SUM)
                .orElse(indicator.source() instanceof IndicatorSource.OfReports
                        || indicator.source() instanceof IndicatorSource.OfReceipts);
    }
}
