package dev.pennant.bench.boards;

import dev.pennant.stack.clickhouse.ClickHouseClient;
import java.io.IOException;
import java.util.List;

/** Makes two years of figures into ten: each table's rows once more, two, four, six and eight years earlier. */
final class TenYears {
    private static final int FIRST_YEAR = 2019;
    private static final List<Integer> EARLIER = List.of(2, 4, 6, 8);

    /** Tables of figures and what tells their year; what a materialized view fills gets its rows from the log. */
    private static final String COLUMNS = "SELECT table, name, type FROM system.columns WHERE database = 'pennant'"
            + " AND name IN ('period', 'day', 'hour') AND table NOT LIKE '%rebuild' AND table IN"
            + " (SELECT name FROM system.tables WHERE database = 'pennant' AND engine LIKE '%MergeTree') AND table NOT IN"
            + " (SELECT replaceRegexpOne(name, '_log_to_latest$', '_latest') FROM system.tables WHERE database = 'pennant'"
            + " AND engine = 'MaterializedView') ORDER BY table, name FORMAT TSV";

    private TenYears() {}

    /**
     * Adds the eight years; adding them again changes nothing, since rows of one key are one.
     *
     * @throws IOException when a table did not get them
     */
    static void add(ClickHouseClient migrator) throws IOException {
        for (String line : migrator.query(COLUMNS).lines().toList()) {
            String[] column = line.split("\t", -1);
            String table = "pennant." + column[0];
            String year = year("season." + column[1], column[2]);
            String rows = "SELECT count() FROM " + table + " AS season WHERE " + year;
            for (int years : EARLIER) {
                // Qualified, for the bare name is that of the year that it is moved to.
                migrator.query("INSERT INTO " + table + " SELECT * REPLACE ("
                        + earlier("season." + column[1], column[2], years) + " AS " + column[1] + ") FROM " + table
                        + " AS season WHERE " + year + " >= " + FIRST_YEAR);
            }
            if (!migrator.query(rows + " >= " + FIRST_YEAR).equals("0")
                    && migrator.query(rows + " < " + FIRST_YEAR).equals("0")) {
                throw new IOException(table + " did not get the years before its season");
            }
        }
    }

    private static String earlier(String name, String type, int years) {
        return type.contains("String")
                ? "concat(toString(" + year(name, type) + " - " + years + "), substring(" + name + ", 5))"
                : "subtractYears(" + name + ", " + years + ")";
    }

    private static String year(String name, String type) {
        return type.contains("String") ? "toUInt16OrZero(substring(" + name + ", 1, 4))" : "toYear(" + name + ")";
    }
}
