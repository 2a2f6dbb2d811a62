package dev.pennant.bench.boards;

import dev.pennant.stack.clickhouse.ClickHouseClient;
import java.io.IOException;
import java.util.List;

/** Makes two years of figures into ten: each table's rows once more, two, four, six and eight years earlier. */
final class TenYears {
    private static final List<Integer> EARLIER = List.of(2, 4, 6, 8);

    /** Tables of figures and what tells their year; what a materialized view fills gets its rows from the log. */
    private static final String COLUMNS = "SELECT table, name, type FROM system.columns WHERE database = 'pennant'"
            + " AND name IN ('period', 'day', 'hour') AND table NOT LIKE '%rebuild' AND table IN"
            + " (SELECT name FROM system.tables WHERE database = 'pennant' AND engine LIKE '%MergeTree') AND table NOT IN"
            + " (SELECT replaceRegexpOne(name, '_log_to_latest$', '_latest') FROM system.tables WHERE database = 'pennant'"
            + " AND engine = 'MaterializedView') ORDER BY table, name FORMAT TSV";

    private TenYears() {}

    /** Adds the eight years; adding them again changes nothing, since rows of one key are one. */
    static void add(ClickHouseClient migrator) throws IOException {
        for (String line : migrator.query(COLUMNS).lines().toList()) {
            String[] column = line.split("\t", -1);
            for (int years : EARLIER) {
                migrator.query("INSERT INTO pennant." + column[0] + " SELECT * REPLACE ("
                        + earlier(column[1], column[2], years) + " AS " + column[1] + ") FROM pennant." + column[0]
                        + " WHERE " + isOfTheSeason(column[1], column[2]));
            }
        }
    }

    private static String earlier(String name, String type, int years) {
        return type.contains("String")
                ? "concat(toString(toUInt16OrZero(substring(" + name + ", 1, 4)) - " + years + "), substring(" + name
                        + ", 5))"
                : "subtractYears(" + name + ", " + years + ")";
    }

    private static String isOfTheSeason(String name, String type) {
        return type.contains("String") ? "substring(" + name + ", 1, 4) >= '2019'" : "toYear(" + name + ") >= 2019";
    }
}
