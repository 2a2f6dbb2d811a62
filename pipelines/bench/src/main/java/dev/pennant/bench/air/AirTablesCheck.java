package dev.pennant.bench.air;

import dev.pennant.bench.check.Comparison;
import dev.pennant.bench.check.Differences;
import dev.pennant.core.air.AirIndicator;
import dev.pennant.core.air.AirLevel;
import dev.pennant.core.air.Pollutant;
import dev.pennant.core.period.ReportingHour;
import dev.pennant.stack.clickhouse.ClickHouseClient;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Compares the units' rows of the air job's tables with what the oracle has, and makes sure that none is missing. */
final class AirTablesCheck {
    private static final String DAYS = "SELECT unit, day, hourly_aqi, means, aqi FROM pennant.air_day_latest FINAL"
            + " WHERE station = '' AND stations > 0";
    private static final String SPANS =
            "SELECT unit, period, days_by_level, pollutant_days, means, percentiles, figures, bases, growth"
                    + " FROM pennant.air_statistics_latest FINAL";

    private final ClickHouseClient database;

    /** @param database signs in as one who reads the tables */
    AirTablesCheck(ClickHouseClient database) {
        this.database = database;
    }

    /**
     * Compares.
     *
     * @param expected what the oracle has, by unit
     */
    Differences compare(Map<String, UnitFigures> expected) throws IOException {
        Map<String, UnitFigures> written = read();
        Comparison comparison = new Comparison();
        expected.forEach((unit, right) -> {
            // The year through a month has no row of its own; the job tells it as values of indicators.
            UnitFigures kept = new UnitFigures(right.days(), new TreeMap<>(right.spans()));
            kept.spans().keySet().removeIf(span -> span.startsWith("-"));
            written.getOrDefault(unit, new UnitFigures()).compare(unit, kept, comparison);
        });
        written.keySet().stream()
                .filter(unit -> !expected.containsKey(unit))
                .forEach(unit -> comparison.cell(unit, "rows", null));
        return comparison.differences();
    }

    private Map<String, UnitFigures> read() throws IOException {
        Map<String, UnitFigures> written = new TreeMap<>();
        for (String line : database.query(DAYS).lines().toList()) {
            String[] row = line.split("\t", -1);
            ofUnit(row[0], written)
                    .days()
                    .put(
                            ReportingHour.day(LocalDate.parse(row[1])),
                            DayFigures.of(numbers(row[2]), numbers(row[3]), Integer.parseInt(row[4])));
        }
        for (String line : database.query(SPANS).lines().toList()) {
            String[] row = line.split("\t", -1);
            ofUnit(row[0], written).spans().put(row[1], span(row));
        }
        return written;
    }

    private static int[] span(String[] row) {
        int[] figures = new int[SpanFigures.LENGTH];
        System.arraycopy(numbers(row[2]), 0, figures, 0, AirLevel.COUNT);
        put(figures, AirLevel.COUNT, Pollutant.COUNT, row, 3);
        put(figures, AirLevel.COUNT + 3 * Pollutant.COUNT, AirIndicator.all().size(), row, 6);
        return figures;
    }

    /** Puts three columns of as many numbers side by side. */
    private static void put(int[] into, int from, int each, String[] row, int column) {
        for (int part = 0; part < 3; part++) {
            int[] numbers = numbers(row[column + part]);
            for (int place = 0; place < each; place++) {
                into[from + 3 * place + part] = numbers[place];
            }
        }
    }

    private static int[] numbers(String array) {
        String inner = array.substring(1, array.length() - 1);
        return inner.isEmpty()
                ? new int[0]
                : Stream.of(inner.split(",", -1)).mapToInt(Integer::parseInt).toArray();
    }

    private static UnitFigures ofUnit(String unit, Map<String, UnitFigures> all) {
        return all.computeIfAbsent(unit, first -> new UnitFigures());
    }
}
