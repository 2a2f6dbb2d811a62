package dev.pennant.race;

import dev.pennant.core.period.Period;
import dev.pennant.core.standings.Competition;
import dev.pennant.core.standings.Scores;
import dev.pennant.stack.clickhouse.ClickHouseClient;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Scores every standing again, at once, from the figures and adjustments that ClickHouse has, and compares rank, score and points. */
public final class RaceRecomputation {
    private static final String RANKS =
            """
            SELECT period, unit, ifNull(toString(rank), '–'), ifNull(toString(score), '–')
            FROM pennant.standings
            WHERE competition = {competition:String}
            ORDER BY period, unit""";

    private static final String POINTS =
            """
            SELECT period, unit, concat(indicator, ' ', aspect), ifNull(toString(indicator_rank), '–'), toString(points)
            FROM pennant.standing_scores
            WHERE competition = {competition:String}
            ORDER BY period, unit, line""";

    private static final String NOTHING = "nothing";

    private final List<Difference> differences = new ArrayList<>();
    private long compared;

    private RaceRecomputation() {}

    /**
     * Scores all competitions.
     *
     * @throws IOException when the database cannot be reached
     */
    public static RaceRecomputation of(ClickHouseClient analyst, List<Competition> competitions) throws IOException {
        RaceRecomputation recomputation = new RaceRecomputation();
        for (Competition competition : competitions) {
            recomputation.compare(analyst, competition);
        }
        return recomputation;
    }

    /** How many ranks with their scores, and points of lines, were compared. */
    public long compared() {
        return compared;
    }

    /** Those that do not come out again. */
    public List<Difference> differences() {
        return List.copyOf(differences);
    }

    private void compare(ClickHouseClient analyst, Competition competition) throws IOException {
        Map<String, String> key = Map.of("param_competition", competition.id());
        Map<String, String> published = new TreeMap<>();
        analyst.query(RANKS, key)
                .lines()
                .map(RaceRecomputation::fields)
                .forEach(row ->
                        published.put(row[0] + "\t" + row[1] + "\t" + "rank and score", row[2] + " " + plain(row[3])));
        analyst.query(POINTS, key)
                .lines()
                .map(RaceRecomputation::fields)
                .forEach(row -> published.put(row[0] + "\t" + row[1] + "\t" + row[2], row[3] + " " + plain(row[4])));
        Map<String, String> recomputed = recomputed(RaceFigures.read(analyst, competition));
        compared += recomputed.size();
        TreeMap<String, String> all = new TreeMap<>(published);
        all.putAll(recomputed);
        for (String what : all.keySet()) {
            String one = published.getOrDefault(what, NOTHING);
            String other = recomputed.getOrDefault(what, NOTHING);
            if (!one.equals(other) && !(other.equals(NOTHING) && isBlank(one))) {
                String[] place = fields(what);
                differences.add(new Difference(competition.id(), place[0], place[1], place[2], one, other));
            }
        }
    }

    private static Map<String, String> recomputed(RaceFigures race) {
        Competition competition = race.competition();
        Map<String, String> recomputed = new TreeMap<>();
        for (Period period : race.books().keySet()) {
            Scores scores = race.scores(period).orElseThrow();
            for (int unit = 0; unit < scores.roster().units().size(); unit++) {
                String place = period + "\t" + scores.roster().units().get(unit).code() + "\t";
                boolean ranked = scores.rank(unit) != Scores.NOT_RANKED;
                recomputed.put(
                        place + "rank and score",
                        ranked
                                ? scores.rank(unit) + " "
                                        + competition
                                                .pointsOf(scores.score(unit))
                                                .stripTrailingZeros()
                                                .toPlainString()
                                : "– –");
                for (int line = 0; line < competition.indicators().size(); line++) {
                    int rank = scores.indicatorRank(line, unit);
                    recomputed.put(
                            place + competition.indicators().get(line).indicator() + " "
                                    + competition
                                            .indicators()
                                            .get(line)
                                            .aspect()
                                            .id(),
                            (rank == Scores.NOT_RANKED ? "–" : Integer.toString(rank)) + " "
                                    + competition
                                            .pointsOf(scores.points(line, unit))
                                            .stripTrailingZeros()
                                            .toPlainString());
                }
            }
        }
        return recomputed;
    }

    /** A period of which every figure was withdrawn stands with nobody ranked, and there is nothing to score it by. */
    private static boolean isBlank(String published) {
        return published.equals("– –") || published.equals("– 0");
    }

    private static String plain(String number) {
        return number.equals("–")
                ? number
                : new BigDecimal(number).stripTrailingZeros().toPlainString();
    }

    private static String[] fields(String line) {
        return line.split("\t", -1);
    }

    /**
     * Something that does not come out again.
     *
     * @param what rank and score, or a line with what of it is scored
     * @param published as the views have it
     * @param recomputed as it comes out
     */
    public record Difference(
            String competition, String period, String unit, String what, String published, String recomputed) {}
}
