package dev.pennant.core.catalogue;

import dev.pennant.core.indicator.Measure;
import dev.pennant.core.indicator.Rounding;
import dev.pennant.core.report.LowerKind;
import dev.pennant.core.standings.Aspect;
import dev.pennant.core.standings.Cadence;
import dev.pennant.core.standings.Competition;
import dev.pennant.core.standings.Participants;
import dev.pennant.core.standings.Publication;
import dev.pennant.core.standings.ScoredIndicator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code competitions.yaml}: who competes, when, by what, and what is made known. */
final class CompetitionFile {
    private static final int MOST_UNITS_LISTED = 10_000;
    private static final int HUNDRED_PERCENT = 100;

    private final Units units;
    private final List<IndicatorDefinition> indicators;
    private final List<CatalogueProblem> problems;

    private CompetitionFile(Units units, List<IndicatorDefinition> indicators, List<CatalogueProblem> problems) {
        this.units = units;
        this.indicators = indicators;
        this.problems = problems;
    }

    /**
     * Reads the file.
     *
     * @param units the places of the catalogue
     * @param indicators its indicators
     */
    static List<Competition> read(
            CatalogueText text, Units units, List<IndicatorDefinition> indicators, List<CatalogueProblem> problems) {
        CompetitionFile file = new CompetitionFile(units, indicators, problems);
        List<Competition> competitions = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        YamlMapping.of(text, problems).ifPresent(root -> {
            for (YamlMapping entry : root.mappings("competitions")) {
                file.competition(entry, ids).ifPresent(competitions::add);
            }
            root.nothingElse();
        });
        return competitions;
    }

    private Optional<Competition> competition(YamlMapping entry, Set<String> idsBefore) {
        int problemsBefore = problems.size();
        Optional<String> id = entry.value("id", IndicatorFile::id);
        id.filter(same -> !idsBefore.add(same))
                .ifPresent(same ->
                        entry.problem(entry.line("id"), "the competition '" + same + "' is defined a second time"));
        Optional<String> title = entry.text("title");
        Optional<String> titleEn = entry.text("title_en");
        Optional<Cadence> cadence = entry.value("periods", YamlMapping.oneOf(Cadence.class));
        Optional<Rounding> rounding = entry.value("rounding", IndicatorFile::rounding);
        Optional<Participants> participants =
                entry.mapping("units").flatMap(who -> ParticipantsEntry.read(who, units, problems));
        Set<LowerKind> lower = participants.map(Participants::kinds).orElse(Set.of());
        List<ScoredIndicator> lines = cadence.isPresent() && rounding.isPresent()
                ? lines(entry, cadence.get(), rounding.get(), lower)
                : List.of();
        int tieBreak = entry.has("tie_break")
                ? entry.value("tie_break", text -> tieBreak(text, lines)).orElse(Competition.NONE)
                : Competition.NONE;
        int coverage = entry.has("coverage")
                ? entry.value("coverage", text -> whole(text, 0, HUNDRED_PERCENT))
                        .orElse(0)
                : 0;
        BigDecimal adjusted = entry.has("adjustments")
                ? entry.value("adjustments", CompetitionFile::positive).orElse(BigDecimal.ZERO)
                : BigDecimal.ZERO;
        Publication publication = entry.has("publication")
                ? entry.mapping("publication").map(CompetitionFile::publication).orElse(new Publication(0, 0))
                : new Publication(0, 0);
        Optional<Basis> basis = entry.mapping("basis").map(IndicatorFile::basis);
        entry.nothingElse();
        if (problems.size() > problemsBefore) {
            return Optional.empty();
        }
        return Optional.of(new Competition(
                id.orElseThrow(),
                title.orElseThrow(),
                titleEn.orElseThrow(),
                participants.orElseThrow(),
                cadence.orElseThrow(),
                rounding.orElseThrow(),
                lines,
                tieBreak,
                coverage,
                adjusted,
                publication,
                basis.orElseThrow().sourced(),
                basis.orElseThrow().assumed()));
    }

    private List<ScoredIndicator> lines(YamlMapping entry, Cadence cadence, Rounding rounding, Set<LowerKind> lower) {
        List<ScoredIndicator> lines = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (YamlMapping line : entry.mappings("indicators")) {
            ScoredLine.read(line, indicators, cadence, rounding, problems).ifPresent(read -> {
                if (!known.add(nameOf(read))) {
                    line.problem(line.line(), "'" + nameOf(read) + "' is scored a second time");
                }
                if (!lower.isEmpty() && !mayBelongBelowTownships(read.indicator())) {
                    line.problem(
                            line.line("indicator"),
                            "'" + read.indicator() + "' has no figures of units below the township");
                }
                lines.add(read);
            });
        }
        return lines;
    }

    /** Departments report of any unit; enterprises, stores and stations are in townships. */
    private boolean mayBelongBelowTownships(String id) {
        return indicators.stream()
                .filter(indicator -> indicator.id().equals(id))
                .anyMatch(indicator -> indicator.source() instanceof IndicatorSource.OfDepartments
                        || indicator.source() instanceof IndicatorSource.Derived);
    }

    /** {@code service-revenue growth} of the growth of an indicator, {@code service-revenue} or {@code service-revenue level} of its value. */
    private static int tieBreak(String text, List<ScoredIndicator> lines) {
        for (int line = 0; line < lines.size(); line++) {
            boolean level = lines.get(line).aspect() == Aspect.LEVEL;
            if (text.equals(nameOf(lines.get(line)))
                    || (level && text.equals(lines.get(line).indicator()))) {
                return line;
            }
        }
        throw new IllegalArgumentException("it has to be an indicator above and what of it is scored, like "
                + (lines.isEmpty() ? "'service-revenue growth'" : "'" + nameOf(lines.get(0)) + "'"));
    }

    private static String nameOf(ScoredIndicator line) {
        return line.indicator() + " " + line.aspect().id();
    }

    private static Publication publication(YamlMapping entry) {
        int red = entry.has("red") ? entry.value("red", CompetitionFile::listed).orElse(0) : 0;
        int black = entry.has("black")
                ? entry.value("black", CompetitionFile::listed).orElse(0)
                : 0;
        entry.nothingElse();
        return new Publication(red, black);
    }

    private static int listed(String text) {
        return whole(text, 1, MOST_UNITS_LISTED);
    }

    private static int whole(String text, int least, int most) {
        int number;
        try {
            number = Integer.parseInt(text);
        } catch (NumberFormatException none) {
            throw new IllegalArgumentException("a whole number is expected", none);
        }
        if (number < least || number > most) {
            throw new IllegalArgumentException("it has to be between " + least + " and " + most);
        }
        return number;
    }

    /** A decimal above zero, of a size that points and figures can be computed in exactly. */
    static BigDecimal positive(String text) {
        BigDecimal number = decimal(text);
        if (number.signum() <= 0) {
            throw new IllegalArgumentException("it has to be above zero");
        }
        return number;
    }

    /** A decimal that fits the figures of indicators. */
    static BigDecimal decimal(String text) {
        if (!text.matches("-?\\d{1,8}(\\.\\d{1,10})?")) {
            throw new IllegalArgumentException("a number with at most eight digits and ten decimals is expected");
        }
        return new BigDecimal(text).setScale(Measure.DECIMALS);
    }
}
