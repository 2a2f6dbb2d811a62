package dev.pennant.audit;

import dev.pennant.core.catalogue.Catalogue;
import dev.pennant.stack.clickhouse.CatalogueTables;
import dev.pennant.stack.clickhouse.ClickHouseClient;
import dev.pennant.stack.clickhouse.ClickHouseServer;
import dev.pennant.stack.clickhouse.ClickHouseUser;
import dev.pennant.stack.clickhouse.EngineLibrary;
import dev.pennant.stack.clickhouse.FreePorts;
import dev.pennant.stack.clickhouse.Migrations;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A database with what stations measured, and what became of it, written row by row. */
final class MeasuredAir implements AutoCloseable {
    static final String DANGHU = "330482001";
    static final String ZHONGDAI = "330482002";
    static final String PINGHU = "330482";
    static final String JIAXING = "3304";
    static final String DAY = "2020-01-31";
    static final String MONTH = "2020-01";

    /** Ticks of an hour in the order of pollutants: 35, 50, 10, 20 µg/m³, 1.0 mg/m³, 80 µg/m³. */
    static final String USUAL = "350, 500, 100, 200, 1000, 800";

    /** 35 / 35 + 50 / 70 + 10 / 60 + 20 / 40 + 1.0 / 4 + 80 / 160. */
    static final String USUAL_COMPOSITE = "3.130952381";

    private final ClickHouseServer server;
    private final ClickHouseClient writer;
    private final ClickHouseClient migrator;
    private int versions;

    private MeasuredAir(ClickHouseServer server) {
        this.server = server;
        writer = server.client(ClickHouseUser.WRITER);
        migrator = server.client(ClickHouseUser.MIGRATOR);
    }

    static MeasuredAir start(Path data) throws IOException {
        ClickHouseServer server =
                ClickHouseServer.start(data, FreePorts.next(), FreePorts.next(), EngineLibrary.find());
        Migrations.packed().apply(server.client(ClickHouseUser.MIGRATOR));
        CatalogueTables.load(server.client(ClickHouseUser.MIGRATOR), Catalogue.shipped());
        return new MeasuredAir(server);
    }

    /** What verify has of a value that stands otherwise; {@code nothing} where it finds no fault. */
    String recomputed(String what, String subject, String period) throws IOException {
        return differences().stream()
                .filter(row -> row.indicator().equals(what)
                        && row.unit().equals(subject)
                        && row.period().equals(period))
                .map(Recomputation.Difference::recomputed)
                .findFirst()
                .orElse("nothing");
    }

    /** All that verify finds. */
    List<Recomputation.Difference> differences() throws IOException {
        return Recomputation.differences(analyst());
    }

    @Override
    public void close() {
        server.close();
    }

    ClickHouseClient analyst() {
        return server.client(ClickHouseUser.ANALYST);
    }

    /** Takes everything away. */
    void clear() throws IOException {
        for (String table : List.of(
                "air_station_log",
                "air_dust_log",
                "air_reading_log",
                "air_day_latest",
                "air_statistics_latest",
                "indicator_log",
                "indicator_latest")) {
            migrator.query("TRUNCATE TABLE pennant." + table);
        }
    }

    /** One station's usual day, and all that stands because of it. */
    void publishAUsualDay() throws IOException {
        measured("A1", DANGHU, DAY, USUAL);
        judged("A1", DANGHU, 35);
        for (String unit : List.of(DANGHU, PINGHU, JIAXING)) {
            judged("", unit, 35);
            statistics(unit, "year-to-date", DAY, 28, 313);
            statistics(unit, "month", MONTH, 27, 313);
            Map<String, String> daily =
                    Map.of("air-good-days", "100", "air-pm25", "35", "air-composite", USUAL_COMPOSITE);
            for (Map.Entry<String, String> figure : daily.entrySet()) {
                published(figure.getKey(), unit, DAY, figure.getValue());
                published(figure.getKey(), unit, MONTH, figure.getValue());
            }
            published("air-aqi-3h", unit, DAY, "50, NULL, NULL", "24, 24, 'complete', false");
            Map<String, String> monthly =
                    Map.of("air-pm10", "50", "air-so2", "10", "air-no2", "20", "air-co", "1", "air-o3", "80");
            for (Map.Entry<String, String> figure : monthly.entrySet()) {
                published(figure.getKey(), unit, MONTH, figure.getValue());
            }
        }
    }

    void register(String station, String unit) throws IOException {
        insert("air_station_log", "0, " + next() + ", '" + station + "', '', '" + unit + "', false, false, now()");
    }

    /**
     * The hours of a day, read and shown, and not judged.
     *
     * @param ticks of an hour in the order of pollutants, perhaps by its {@code hour}; -1 is missing
     */
    void measured(String station, String unit, String day, String ticks) throws IOException {
        migrator.query(
                "INSERT INTO pennant.air_day_latest SELECT '" + station + "', '" + station + "', '" + unit + "', '"
                        + day + "', arrayFlatten(arrayMap(hour -> [" + ticks
                        + "], range(24))), [], [], arrayWithConstant(24, 0),"
                        + " arrayWithConstant(6, -1), arrayWithConstant(6, -1), -1, '', '', 1, false, false, " + next()
                        + ", now()");
        migrator.query("INSERT INTO pennant.air_reading_log SELECT 0, " + next() + " * 100 + number, '" + station
                + "', toDateTime('" + day + " 00:00:00', 'Asia/Shanghai') + INTERVAL number HOUR, nullIf(ticks[1], -1),"
                + " nullIf(ticks[2], -1), nullIf(ticks[3], -1), nullIf(ticks[4], -1), nullIf(ticks[5], -1),"
                + " nullIf(ticks[6], -1), 0, false, false, 'applied', now()"
                + " FROM (SELECT number, number AS hour, [" + ticks + "] AS ticks FROM numbers(24))");
    }

    /** What the usual hours of {@link #DAY} give, with a PM2.5 of so many µg/m³. */
    void judged(String station, String unit, int fine) throws IOException {
        migrator.query("INSERT INTO pennant.air_day_latest SELECT '" + station + "', '"
                + (station.isEmpty() ? unit : station)
                + "', '" + unit + "', '" + DAY + "', arrayFlatten(arrayMap(hour -> [" + USUAL
                + "], range(24))), [], [],"
                + " arrayWithConstant(24, 0), [" + fine + ", 50, 10, 20, 10, 80], [50, 50, 10, 25, 25, 40], 50, '',"
                + " 'HJ 633-2012', 1, false, false, " + next() + ", now()");
    }

    void statistics(String unit, String span, String period, int daysNeeded, int composite) throws IOException {
        String reasons = Stream.of("pm2_5", "pm10", "so2", "no2", "co", "o3")
                .map(pollutant -> pollutant + ": 1 of " + daysNeeded + " valid days")
                .collect(Collectors.joining("; "));
        insert(
                "air_statistics_latest",
                "'" + unit + "', '" + span + "', '" + period + "', '2020-01-01', '" + DAY
                        + "', 1, [1, 0, 0, 0, 0, 0], [1, 1, 1, 1, 1, 1], [35, 50, 10, 20, 10, 80], [35, 50, 10, 20, 10, 80],"
                        + " [35, 70, 60, 40, 40, 160], [1000, 35, 50, 10, 20, 10, 80, " + composite + "],"
                        + " [-1, -1, -1, -1, -1, -1, -1, -1], arrayWithConstant(8, -2147483648), '" + reasons
                        + "', false, "
                        + next() + ", now()");
    }

    void published(String indicator, String unit, String period, String value) throws IOException {
        published(indicator, unit, period, value + ", NULL, NULL", "1, 31, 'provisional', false");
    }

    /**
     * An indicator in full.
     *
     * @param figures its value, base and growth
     * @param coverage how many days were counted of how many, the status, and whether it is synthetic
     */
    void published(String indicator, String unit, String period, String figures, String coverage) throws IOException {
        insert(
                "indicator_log",
                "'" + indicator + "', '" + unit + "', '" + period + "', '', " + figures + ", '', '', " + coverage + ", "
                        + next() + ", now()");
    }

    void insert(String table, String values) throws IOException {
        insert(table, List.of("(" + values + ")"));
    }

    /** Rows in their parentheses. */
    void insert(String table, List<String> rows) throws IOException {
        writer.query("INSERT INTO pennant." + table + " VALUES " + String.join(",", rows));
    }

    /** A version or an offset, greater than all before. */
    private int next() {
        versions++;
        return versions;
    }
}
