package dev.pennant.season;

import dev.pennant.core.catalogue.Catalogue;
import dev.pennant.core.standings.Competition;
import dev.pennant.stack.clickhouse.ClickHouseClient;
import dev.pennant.text.TextTable;
import dev.pennant.text.TextTable.Column;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How the races of the season ended, read from the database: the first of each last period that everybody is ranked in, and the way there of the leaders. */
public final class RaceSummary {
    private static final List<String> RACES = List.of("jiaxing-service", "pinghu-ten-indicators");
    private static final int FIRST = 5;
    private static final int DECIMALS = 2;
    private static final String NOTHING = "–";

    private static final String LAST =
            """
            WITH newest AS (SELECT max(period) AS period FROM pennant.standings WHERE competition = {competition:String} AND isNotNull(rank))
            SELECT period_label, rank, unit_name, county, score, ifNull(toString(movement), ''), ifNull(toString(gap_to_next), ''),
                list, synthetic, count() OVER ()
            FROM pennant.standings
            WHERE competition = {competition:String} AND period = (SELECT period FROM newest) AND isNotNull(rank)
            ORDER BY rank, unit
            LIMIT {first:UInt32}""";

    private static final String WAY =
            """
            SELECT arrayStringConcat(groupArray(concat(period_label, ' ', toString(rank))), ', ')
            FROM (SELECT period_label, rank FROM pennant.standings
                  WHERE competition = {competition:String} AND unit = {unit:String} AND isNotNull(rank) ORDER BY period)""";

    private RaceSummary() {}

    /**
     * The standings of the races, line by line, with the way there of the units whose figures were published.
     *
     * @throws IOException when the database cannot be reached
     */
    public static List<String> lines(Catalogue catalogue, ClickHouseClient database) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String race : RACES) {
            Competition competition = catalogue.competition(race).orElseThrow();
            List<String[]> rows = database.query(
                            LAST, Map.of("param_competition", race, "param_first", Integer.toString(FIRST)))
                    .lines()
                    .map(line -> line.split("\t", -1))
                    .toList();
            if (!rows.isEmpty()) {
                lines.add("");
                lines.add(competition.title() + " " + rows.get(0)[0] + ", " + rows.get(0)[9] + " units ranked");
                lines.addAll(table(rows).lines());
                for (String unit : PublishedFigures.read().units()) {
                    String way = database.query(WAY, Map.of("param_competition", race, "param_unit", unit));
                    lines.add(catalogue.units().withCode(unit).orElseThrow().name() + ": " + way);
                }
            }
        }
        return lines;
    }

    private static TextTable table(List<String[]> rows) {
        TextTable table = new TextTable(
                Column.right("rank"),
                Column.left("unit"),
                Column.left("county"),
                Column.right("score"),
                Column.right("moved"),
                Column.right("gap"),
                Column.left("list"),
                Column.left(""));
        for (String[] row : rows) {
            table.add(
                    row[1],
                    row[2],
                    row[3],
                    points(row[4]),
                    movement(row[5]),
                    points(row[6]),
                    row[7],
                    Boolean.parseBoolean(row[8]) ? SeasonSummary.SYNTHETIC : "");
        }
        return table;
    }

    private static String points(String text) {
        return text.isEmpty()
                ? NOTHING
                : new BigDecimal(text).setScale(DECIMALS, RoundingMode.HALF_UP).toPlainString();
    }

    private static String movement(String text) {
        if (text.isEmpty()) {
            return NOTHING;
        }
        int ranks = Integer.parseInt(text);
        return ranks == 0 ? "=" : (ranks > 0 ? "▲" : "▼") + Math.abs(ranks);
    }
}
