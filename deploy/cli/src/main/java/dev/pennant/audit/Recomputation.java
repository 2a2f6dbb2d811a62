package dev.pennant.audit;

import dev.pennant.stack.clickhouse.ClickHouseClient;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Recomputes every indicator from the logs and details by SQL, and compares. */
public final class Recomputation {
    /** The queries, of what each kind of indicator is made of; people can run them themselves as analyst, those with {@code first} and
     * {@code last} year by year, one with {@code township} by each. */
    public static final List<String> QUERIES = List.of(
            QueryFile.read("recompute-indicators.sql"),
            QueryFile.read("recompute-retail.sql"),
            QueryFile.read("recompute-retail-categories.sql"),
            QueryFile.read("recompute-reported.sql"),
            QueryFile.read("recompute-derived.sql"),
            AirQueries.RECOMPUTED_DAYS,
            AirQueries.RECOMPUTED_STATISTICS,
            QueryFile.read("recompute-air-stations.sql"),
            AirQueries.RECOMPUTED_HOURS);

    private static final String YEARS =
            """
            SELECT DISTINCT year
            FROM
            (
                SELECT toString(toYear(day)) AS year FROM pennant.air_day_latest FINAL
                UNION ALL
                SELECT toString(toYear(last_day)) FROM pennant.air_statistics_latest FINAL
                UNION ALL
                SELECT toString(substring(period, 1, 4)) FROM pennant.indicator_latest FINAL
                WHERE indicator IN (SELECT id FROM pennant.indicator_definitions FINAL WHERE amount IN ('air', 'air-hours'))
            )
            ORDER BY year""";

    private static final int COLUMNS = 5;

    private Recomputation() {}

    /** The values that cannot be reproduced; none when all is well. */
    static List<Difference> differences(ClickHouseClient analyst) throws IOException {
        List<Difference> differences = new ArrayList<>();
        for (String query : QUERIES) {
            for (Map<String, String> part : parts(query, analyst)) {
                analyst.query(query, part)
                        .lines()
                        .map(row -> row.split("\t", COLUMNS))
                        .map(row -> new Difference(row[0], row[1], row[2], row[3], row[4]))
                        .forEach(differences::add);
            }
        }
        return differences;
    }

    /** What to ask a query for, one after the other: everything at once, a calendar year, or a township. */
    private static List<Map<String, String>> parts(String query, ClickHouseClient analyst) throws IOException {
        if (query.contains("{township:String}")) {
            return analyst.query("SELECT DISTINCT unit FROM pennant.retail_category_latest ORDER BY unit")
                    .lines()
                    .map(township -> Map.of("param_township", township))
                    .toList();
        }
        if (!query.contains("{first:Date}")) {
            return List.of(Map.of());
        }
        return analyst.query(YEARS)
                .lines()
                .map(year -> Map.of("param_first", year + "-01-01", "param_last", year + "-12-31"))
                .toList();
    }

    /** How many values stand in the view, and were compared: all that the queries are about. */
    static long compared(ClickHouseClient analyst) throws IOException {
        return Long.parseLong(
                analyst.query(
                        "SELECT count() FROM pennant.indicators WHERE indicator IN (SELECT id FROM"
                                + " pennant.indicator_definitions FINAL"
                                + " WHERE amount IN ('revenue', 'retail-sales', 'receipts', 'reported', 'derived', 'air', 'air-hours'))"));
    }

    /**
     * A value that is not what the logs say.
     *
     * @param published value on base, growth, coverage as the view has them
     * @param recomputed the same as the logs give them
     */
    public record Difference(String indicator, String unit, String period, String published, String recomputed) {}
}
