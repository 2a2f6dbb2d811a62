package dev.pennant.race;

import dev.pennant.core.period.Period;
import dev.pennant.core.standings.Competition;
import dev.pennant.core.standings.CompetitionUnit;
import dev.pennant.core.standings.Scores;
import dev.pennant.stack.clickhouse.ClickHouseClient;
import dev.pennant.text.TextTable;
import dev.pennant.text.TextTable.Column;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** What a draft of a competition would come to with the figures of now, beside the standing of the competition of the same id. */
public final class RaceTrial {
    private static final String NOTHING = "–";

    private static final String TODAY =
            "SELECT unit, toString(rank) FROM pennant.standings WHERE competition = {competition:String} AND period = {period:String} AND isNotNull(rank)";

    private RaceTrial() {}

    /**
     * Scores a draft.
     *
     * @param wanted the period; the last that anybody would be ranked in, where nothing is given
     * @return the standing line by line; nothing when nobody would be ranked
     * @throws IOException when the database cannot be reached
     */
    public static Optional<List<String>> lines(ClickHouseClient analyst, Competition draft, Optional<String> wanted)
            throws IOException {
        RaceFigures race = RaceFigures.read(analyst, draft);
        for (Period period : race.books().descendingKeySet()) {
            Scores scores = race.scores(period).orElseThrow();
            if (wanted.map(period.toString()::equals).orElse(scores.ranked() > 0) && scores.ranked() > 0) {
                return Optional.of(lines(analyst, draft, period, scores));
            }
        }
        return Optional.empty();
    }

    private static List<String> lines(ClickHouseClient analyst, Competition draft, Period period, Scores scores)
            throws IOException {
        Map<String, String> today = new HashMap<>();
        analyst.query(TODAY, Map.of("param_competition", draft.id(), "param_period", period.toString()))
                .lines()
                .map(line -> line.split("\t", -1))
                .forEach(row -> today.put(row[0], row[1]));
        TextTable table = new TextTable(
                Column.right("rank"),
                Column.right("today"),
                Column.left("unit"),
                Column.left("name"),
                Column.right("score"));
        List<CompetitionUnit> units = scores.roster().units();
        IntStream.range(0, units.size())
                .boxed()
                .filter(unit -> scores.rank(unit) != Scores.NOT_RANKED)
                .sorted(Comparator.comparing(scores::rank))
                .forEach(unit -> table.add(
                        Integer.toString(scores.rank(unit)),
                        today.getOrDefault(units.get(unit).code(), NOTHING),
                        units.get(unit).code(),
                        units.get(unit).name(),
                        draft.pointsOf(scores.score(unit)).toPlainString()));
        List<String> lines = new ArrayList<>();
        lines.add(draft.title() + " " + period + ", as the draft has it");
        lines.addAll(table.lines());
        IntStream.range(0, units.size())
                .filter(unit -> scores.rank(unit) == Scores.NOT_RANKED)
                .forEach(unit -> lines.add("not ranked: " + units.get(unit).name() + " "
                        + units.get(unit).code() + ", " + scores.reason(unit).orElse("")));
        lines.add("");
        return lines;
    }
}
