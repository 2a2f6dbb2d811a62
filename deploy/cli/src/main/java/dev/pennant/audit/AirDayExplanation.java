package dev.pennant.audit;

import dev.pennant.core.air.Pollutant;
import dev.pennant.stack.clickhouse.ClickHouseClient;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One day of a unit: its stations, and their hours with the messages that they were read from. */
final class AirDayExplanation {
    private static final int EIGHT = 8;
    private static final String MISSING = "–";

    private static final String DAY =
            """
            SELECT concat({day:String}, ': ', if(isNull(aqi), 'no AQI', concat('AQI ', toString(aqi), ' ', level)),
                if(empty(primary), '', concat(', primary ', arrayStringConcat(primary, ', '))), ', by ', standard,
                if(dust, ', a day of sand and dust', ''), '; stations in it')
            FROM pennant.air_days
            WHERE station = '' AND unit = {unit:String} AND day = {day:Date}""";

    private static final String STATIONS =
            """
            SELECT if(days.station = '', {unit:String}, days.station), if(days.station = '', days.unit_name, stations.name),
                ifNull(toString(pm2_5), '–'), ifNull(toString(pm10), '–'), ifNull(toString(so2), '–'), ifNull(toString(no2), '–'),
                ifNull(toString(co), '–'), ifNull(toString(o3), '–'),
                ifNull(toString(iaqi_pm2_5), '–'), ifNull(toString(iaqi_pm10), '–'), ifNull(toString(iaqi_so2), '–'),
                ifNull(toString(iaqi_no2), '–'), ifNull(toString(iaqi_co), '–'), ifNull(toString(iaqi_o3), '–'),
                ifNull(toString(aqi), '–'), reasons
            FROM pennant.air_days AS days
            LEFT JOIN pennant.air_stations AS stations ON stations.station = days.station
            WHERE day = {day:Date} AND (days.station = '' AND days.unit = {unit:String} OR days.station != '' AND startsWith(days.unit, {unit:String}))
            ORDER BY days.station != '', days.station
            FORMAT TSVRaw""";

    private static final String HOURS =
            """
            SELECT hours.station, formatDateTime(hours.hour, '%H:00'),
                ifNull(toString(pm2_5), '–'), ifNull(toString(pm10), '–'), ifNull(toString(so2), '–'), ifNull(toString(no2), '–'),
                ifNull(toString(co), '–'), ifNull(toString(o3), '–'),
                ifNull(toString(iaqi_pm2_5), '–'), ifNull(toString(iaqi_pm10), '–'), ifNull(toString(iaqi_so2), '–'),
                ifNull(toString(iaqi_no2), '–'), ifNull(toString(iaqi_co), '–'), ifNull(toString(iaqi_o3), '–'),
                ifNull(toString(aqi), '–'), toString(hours.revision), read.place, read.received
            FROM pennant.air_hours AS hours
            LEFT JOIN (
                SELECT station, hour, revision, concat(toString(partition), '@', toString(offset)) AS place,
                    toString(toTimeZone(received_at, 'Asia/Shanghai')) AS received
                FROM pennant.air_readings
                WHERE toDate(hour) = {day:Date} AND outcome = 'applied'
                ORDER BY station, hour, revision DESC, offset
                LIMIT 1 BY station, hour
            ) AS read ON read.station = hours.station AND read.hour = hours.hour AND read.revision = hours.revision
            WHERE hours.station != '' AND startsWith(hours.unit, {unit:String}) AND toDate(hours.hour) = {day:Date}
            ORDER BY hours.station, hours.hour
            FORMAT TSVRaw""";

    private final Optional<Pollutant> pollutant;
    private final List<String[]> stations;
    private final List<String[]> hours;
    private final String title;

    private AirDayExplanation(
            Optional<Pollutant> pollutant, List<String[]> stations, List<String[]> hours, String title) {
        this.pollutant = pollutant;
        this.stations = stations;
        this.hours = hours;
        this.title = title;
    }

    /**
     * Reads a day.
     *
     * @param pollutant the one to show, or all
     */
    static AirDayExplanation of(ClickHouseClient analyst, String unit, LocalDate day, Optional<Pollutant> pollutant)
            throws IOException {
        Map<String, String> key = Map.of("param_unit", unit, "param_day", day.toString());
        String title = analyst.query(DAY, key);
        return new AirDayExplanation(
                pollutant,
                rows(analyst.query(STATIONS, key)),
                rows(analyst.query(HOURS, key)),
                title.isEmpty() ? day + ": nothing was read" : title);
    }

    /** The unit, and each of its stations, with the day's values. */
    ExplainedTable stations() {
        List<Map<String, String>> rows = new ArrayList<>();
        for (String[] fields : stations) {
            Map<String, String> row = new LinkedHashMap<>();
            row.put("station", fields[0]);
            row.put("name", fields[1]);
            putValues(fields, row);
            row.put("why not", fields[15]);
            rows.add(row);
        }
        return new ExplainedTable("stations", title + ":", rows);
    }

    /** The hours of each station, with the revision that stands and where it was read; of O3 also the mean of the eight hours that end with each. */
    ExplainedTable hours() {
        List<Map<String, String>> rows = new ArrayList<>();
        for (String[] fields : hours) {
            Map<String, String> row = new LinkedHashMap<>();
            row.put("station", fields[0]);
            row.put("hour", fields[1]);
            putValues(fields, row);
            if (pollutant.filter(Pollutant.O3::equals).isPresent()) {
                row.put("8 h mean", meanOfEight(fields));
            }
            row.put("revision", fields[15]);
            row.put("reading at partition@offset", fields[16]);
            row.put("received", fields[17]);
            rows.add(row);
        }
        return new ExplainedTable(
                "hours", "Hours as they were measured, named by their start, of Asia/Shanghai:", rows);
    }

    /** To one decimal more than a reading has, with how many hours it is of where those are not all. */
    private String meanOfEight(String[] last) {
        int hour = hourOfDay(last);
        List<BigDecimal> values = hours.stream()
                .filter(fields -> fields[0].equals(last[0]))
                .filter(fields -> hourOfDay(fields) > hour - EIGHT && hourOfDay(fields) <= hour)
                .map(fields -> fields[2 + Pollutant.O3.place()])
                .filter(value -> !value.equals(MISSING))
                .map(BigDecimal::new)
                .toList();
        if (hour < EIGHT - 1 || values.isEmpty()) {
            return "";
        }
        BigDecimal mean = values.stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(values.size()), 2, RoundingMode.HALF_EVEN);
        return mean + (values.size() < EIGHT ? " of " + values.size() : "");
    }

    private static int hourOfDay(String[] fields) {
        return Integer.parseInt(fields[1].substring(0, 2));
    }

    private void putValues(String[] fields, Map<String, String> row) {
        if (pollutant.isPresent()) {
            row.put(pollutant.get().symbol(), fields[2 + pollutant.get().place()]);
            row.put("IAQI", fields[2 + Pollutant.COUNT + pollutant.get().place()]);
            return;
        }
        Pollutant.all().forEach(each -> row.put(each.symbol(), fields[2 + each.place()]));
        row.put("AQI", fields[2 + 2 * Pollutant.COUNT]);
    }

    private static List<String[]> rows(String answer) {
        return answer.lines().map(line -> line.split("\t", -1)).toList();
    }
}
