package dev.pennant.bench.retail.oracle;

import dev.pennant.bench.check.Comparison;
import dev.pennant.bench.check.Differences;
import dev.pennant.core.catalogue.Catalogue;
import dev.pennant.jobs.kafka.Origin;
import dev.pennant.stack.clickhouse.ClickHouseClient;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compares the amounts and receipts in every row of the job's tables with the oracle's count, and makes sure that no row is missing or too much,
 * and that just those records were put aside that are none.
 */
final class TablesCheck {
    private static final String NOTHING = "\\N";

    private final BatchOracle oracle;
    private final Catalogue catalogue;
    private final ClickHouseClient database;
    private final Set<Origin> deadLetters;
    private final Comparison comparison = new Comparison();

    /** @param deadLetters where the records come from that the run has put aside */
    TablesCheck(BatchOracle oracle, Catalogue catalogue, ClickHouseClient database, Set<Origin> deadLetters) {
        this.oracle = oracle;
        this.catalogue = catalogue;
        this.database = database;
        this.deadLetters = deadLetters;
    }

    /**
     * Compares.
     *
     * @param details whether the job has written the tables of details too
     */
    Differences compare(boolean details) throws IOException {
        reading();
        indicators();
        if (details) {
            for (String unit : oracle.units()) {
                hours(unit);
                storeDays(unit);
                categories(unit);
            }
        }
        return comparison.differences();
    }

    private void reading() throws IOException {
        String counted = database.query("SELECT sum(counted), sum(refused) FROM pennant.retail_reading_latest FINAL");
        comparison.cell(
                "receipts counted, and refused",
                counted,
                oracle.distinct() + "\t" + oracle.unreadable().size());
        comparison.cell("dead letters", deadLetters, oracle.unreadable());
    }

    private void indicators() throws IOException {
        Map<String, RecountedSales.Figure> job = new HashMap<>();
        for (String line : lines("SELECT unit, period, value, base FROM pennant.indicator_latest FINAL"
                + " WHERE indicator = 'retail-receipts'")) {
            String[] row = line.split("\t", -1);
            job.put(row[0] + " " + row[1], new RecountedSales.Figure(fen(row[2]), fen(row[3])));
        }
        Map<String, RecountedSales.Figure> expected = new HashMap<>();
        rowsByUnit().forEach((unit, rows) -> {
            RecountedSales running = oracle.running(rows);
            running.byDay().forEach((day, figure) -> expected.put(unit + " " + day, figure));
            running.byMonth().forEach((month, figure) -> expected.put(unit + " " + month, figure));
        });
        compare("indicator of ", job, expected);
    }

    /** Rows of the oracle's grid that add up to each unit: those of a township, and of all townships below a county or prefecture. */
    private Map<String, List<Integer>> rowsByUnit() {
        Map<String, List<Integer>> rows = new HashMap<>();
        for (int place = 0; place < oracle.units().size(); place++) {
            for (String unit : catalogue.units().lineage(oracle.units().get(place))) {
                rows.computeIfAbsent(unit, code -> new ArrayList<>()).addAll(oracle.rowsOf(place));
            }
        }
        return rows;
    }

    private void hours(String unit) throws IOException {
        int firstRow = oracle.place(unit) * oracle.categories().size();
        long[] seen = new long[oracle.categories().size()];
        for (String line : lines("SELECT category, toUnixTimestamp(hour), sales, refunds, receipts"
                + " FROM pennant.retail_hour_latest FINAL WHERE receipts > 0 AND unit = '" + unit + "'")) {
            String[] row = line.split("\t", 3);
            int category = oracle.place(row[0]);
            int column = oracle.hourColumn(Long.parseLong(row[1]));
            comparison.cell(
                    "hour " + row[1] + " of " + unit + " " + row[0],
                    row[2],
                    oracle.hours().cell(firstRow + category, column));
            seen[category]++;
        }
        for (int category = 0; category < seen.length; category++) {
            comparison.size(
                    "hours of " + unit + " " + oracle.categories().get(category),
                    seen[category],
                    oracle.hours().filled(firstRow + category));
        }
    }

    private void storeDays(String unit) throws IOException {
        Map<String, Integer> stores = oracle.storesIn(oracle.place(unit));
        Map<String, Long> seen = new HashMap<>();
        for (String line :
                lines("SELECT store_id, day, sales, refunds, receipts FROM pennant.retail_store_day_latest FINAL"
                        + " WHERE receipts > 0 AND unit = '" + unit + "'")) {
            String[] row = line.split("\t", 3);
            int column = oracle.dayColumn(LocalDate.parse(row[1]));
            comparison.cell(
                    "day " + row[1] + " of store " + row[0],
                    row[2],
                    oracle.storeDays().cell(stores.get(row[0]), column));
            seen.merge(row[0], 1L, Long::sum);
        }
        stores.forEach((store, place) -> comparison.size(
                "days of store " + store,
                seen.getOrDefault(store, 0L),
                oracle.storeDays().filled(place)));
    }

    private void categories(String unit) throws IOException {
        Map<String, RecountedSales.Figure> job = new HashMap<>();
        for (String line : lines("SELECT category, day, value, base FROM pennant.retail_category_latest FINAL"
                + " WHERE unit = '" + unit + "'")) {
            String[] row = line.split("\t", -1);
            Long base = row[3].equals(NOTHING) ? null : Long.valueOf(row[3]);
            job.put(row[0] + " " + row[1], new RecountedSales.Figure(Long.parseLong(row[2]), base));
        }
        Map<String, RecountedSales.Figure> expected = new HashMap<>();
        for (int row : oracle.rowsOf(oracle.place(unit))) {
            String category = oracle.categories().get(row % oracle.categories().size());
            oracle.running(List.of(row)).byDay().forEach((day, figure) -> expected.put(category + " " + day, figure));
        }
        compare("category of " + unit + " ", job, expected);
    }

    private void compare(
            String what, Map<String, RecountedSales.Figure> job, Map<String, RecountedSales.Figure> expected) {
        expected.forEach((where, figure) -> comparison.cell(what + where, job.get(where), figure));
        job.keySet().stream()
                .filter(where -> !expected.containsKey(where))
                .forEach(where -> comparison.cell(what + where, job.get(where), null));
    }

    private List<String> lines(String query) throws IOException {
        return database.query(query).lines().toList();
    }

    /** Of an amount in 亿元; one fen is 10⁻¹⁰ of them. */
    private static Long fen(String amount) {
        return amount.equals(NOTHING)
                ? null
                : Long.valueOf(new BigDecimal(amount).movePointRight(10).longValueExact());
    }
}
