package dev.pennant.race;

import dev.pennant.core.period.Period;
import dev.pennant.core.standings.Aspect;
import dev.pennant.core.standings.Competition;
import dev.pennant.core.standings.CompetitionUnit;
import dev.pennant.core.standings.Figure;
import dev.pennant.core.standings.PeriodBook;
import dev.pennant.core.standings.PeriodFigures;
import dev.pennant.core.standings.ScoredIndicator;
import dev.pennant.core.standings.Scorer;
import dev.pennant.core.standings.Scores;
import dev.pennant.stack.clickhouse.ClickHouseClient;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** What a unit got for each line, and what it would get if in that line it drew level with the next better unit while all else stayed. */
final class RaceGains {
    private static final String NOTHING = "–";

    private final Competition competition;
    private final RaceFigures race;
    private final Period period;

    RaceGains(ClickHouseClient analyst, Competition competition, String period) throws IOException {
        this.competition = competition;
        this.race = RaceFigures.read(analyst, competition);
        this.period = Period.parse(period);
    }

    /**
     * A line each, with the columns in the order given; those that would gain the most first.
     *
     * @param columns names of class, indicator, value, growth, rank, points, most, the next better figure, the gain and the rank after
     */
    List<Map<String, String>> of(String code, List<String> columns) {
        PeriodBook book = race.books().get(period);
        if (book == null) {
            return List.of();
        }
        Scores scores = race.scores(period).orElseThrow();
        List<CompetitionUnit> units = scores.roster().units();
        OptionalInt unit = IntStream.range(0, units.size())
                .filter(place -> units.get(place).code().equals(code))
                .findFirst();
        List<Line> lines = new ArrayList<>();
        for (int line = 0; unit.isPresent() && line < competition.indicators().size(); line++) {
            lines.add(line(line, unit.getAsInt(), scores, book));
        }
        lines.sort((one, other) -> Long.compare(other.gain, one.gain));
        return lines.stream().map(line -> row(line, columns)).toList();
    }

    private record Line(List<String> cells, long gain) {}

    private static Map<String, String> row(Line line, List<String> columns) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int column = 0; column < columns.size(); column++) {
            row.put(columns.get(column), line.cells.get(column));
        }
        return row;
    }

    private Line line(int number, int unit, Scores scores, PeriodBook book) {
        ScoredIndicator line = competition.indicators().get(number);
        boolean valid = scores.isValid(number, unit);
        String figure = valid ? plain(Figure.decimal(scores.figure(number, unit))) : NOTHING;
        int rank = scores.indicatorRank(number, unit);
        OptionalInt next = nextBetter(number, unit, scores);
        List<String> cells = new ArrayList<>(List.of(
                line.group(),
                line.title(),
                line.aspect() == Aspect.GROWTH ? NOTHING : figure,
                line.aspect() == Aspect.GROWTH ? figure : NOTHING,
                rank == Scores.NOT_RANKED ? NOTHING : Integer.toString(rank),
                plain(competition.pointsOf(scores.points(number, unit))),
                plain(competition.pointsOf(line.weight()))));
        List<String> members = scores.roster().units().get(unit).members();
        if (next.isEmpty() || members.size() > 1 || line.aspect() == Aspect.SHARE) {
            cells.addAll(List.of(NOTHING, NOTHING, NOTHING));
            return new Line(cells, 0);
        }
        long better = scores.figure(number, next.getAsInt());
        Scores level = level(line, members.get(0), better, book);
        long gain = level.score(unit) - scores.score(unit);
        cells.addAll(List.of(
                plain(Figure.decimal(better)),
                plain(competition.pointsOf(gain)),
                level.rank(unit) == Scores.NOT_RANKED ? NOTHING : Integer.toString(level.rank(unit))));
        return new Line(cells, gain);
    }

    /** Of the units ranked better in a line the one that is ranked worst. */
    private static OptionalInt nextBetter(int line, int unit, Scores scores) {
        int rank = scores.indicatorRank(line, unit);
        return IntStream.range(0, scores.roster().units().size())
                .filter(other -> scores.indicatorRank(line, other) != Scores.NOT_RANKED
                        && scores.indicatorRank(line, other) < rank)
                .reduce((one, other) ->
                        scores.indicatorRank(line, other) > scores.indicatorRank(line, one) ? other : one);
    }

    private Scores level(ScoredIndicator line, String place, long figure, PeriodBook book) {
        PeriodFigures figures = book.figures().copy();
        int column = competition.figures().indexOf(line.indicator());
        Map<String, Integer> places = new HashMap<>();
        for (int number = 0; number < figures.places(); number++) {
            places.put(figures.place(number), number);
        }
        Figure own = figures.figure(column, places.get(place));
        boolean growth = line.aspect() == Aspect.GROWTH;
        figures.put(
                column,
                place,
                new Figure(
                        growth ? own.value() : figure,
                        own.base(),
                        growth ? figure : own.growth(),
                        own.marks(),
                        own.version() + 1));
        return new Scorer(competition).score(race.rosters().of(period), figures, book.adjustments());
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
