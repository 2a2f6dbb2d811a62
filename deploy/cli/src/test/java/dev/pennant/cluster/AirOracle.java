package dev.pennant.cluster;

import dev.pennant.core.air.AirComparison;
import dev.pennant.core.air.AirIndicator;
import dev.pennant.core.air.AirLevel;
import dev.pennant.core.air.AirReading;
import dev.pennant.core.air.AirRules;
import dev.pennant.core.air.AirStandards;
import dev.pennant.core.air.JudgedDay;
import dev.pennant.core.air.Pollutant;
import dev.pennant.core.air.StationHours;
import dev.pennant.core.air.UnitDay;
import dev.pennant.core.air.UnitYear;
import dev.pennant.core.air.YearReckoning;
import dev.pennant.core.catalogue.Catalogue;
import dev.pennant.core.filing.Verdict;
import dev.pennant.core.period.ReportingDay;
import dev.pennant.core.period.ReportingHour;
import dev.pennant.season.SeasonEvent;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The rows that the tables of the air have to end with, evaluated at once from the events that were sent, of each hour the last revision alone. */
final class AirOracle {
    /** The days as the oracle spells them. */
    static final String DAYS =
            """
            SELECT concat(station, ' ', unit, ' ', toString(day), ' ', toString(concentrations), ' ', toString(hourly_aqi),
                ' ', toString(means), ' ', toString(aqi), ' ', toString(toUInt8(dust)))
            FROM pennant.air_day_latest FINAL""";

    /** The statistics of units as the oracle spells them. */
    static final String STATISTICS =
            """
            SELECT concat(unit, ' ', period, ' ', toString(days_by_level), ' ', toString(figures))
            FROM pennant.air_statistics_latest FINAL""";

    private final AirStandards standards = Catalogue.shipped().airStandards();
    private final Map<String, String> units = new TreeMap<>();
    private final Map<Integer, String> dust = new TreeMap<>();
    private final Map<String, Map<Integer, StationHours>> stations = new TreeMap<>();
    private final Map<String, Map<Integer, UnitDay>> unitDays = new TreeMap<>();

    AirOracle(List<SeasonEvent> events) {
        Map<List<Object>, AirReading> standing = new TreeMap<>(Comparator.comparing(List::toString));
        AirRules rules = Catalogue.shipped().airRules();
        for (SeasonEvent event : events) {
            if (event instanceof SeasonEvent.AirStationRegistered registered) {
                units.put(registered.owner(), registered.station().unit());
            } else if (event instanceof SeasonEvent.DustMarked marked) {
                dust.put(ReportingHour.day(LocalDate.parse(marked.mark().day())), marked.owner());
            } else if (event instanceof SeasonEvent.Measured measured
                    && rules.judge(measured.reading(), Clock.systemUTC().instant())
                            instanceof Verdict.Accepted<AirReading> accepted) {
                AirReading reading = accepted.value();
                standing.merge(
                        List.of(reading.stationId(), reading.hour()),
                        reading,
                        (one, other) -> one.revision() >= other.revision() ? one : other);
            }
        }
        standing.values().forEach(this::file);
        stations.forEach((station, days) -> days.forEach((day, hours) -> Catalogue.shipped()
                .units()
                .lineage(units.get(station))
                .forEach(unit -> unitDays.computeIfAbsent(unit, first -> new TreeMap<>())
                        .computeIfAbsent(day, UnitDay::new)
                        .add(hours, standards.validity()))));
    }

    private void file(AirReading reading) {
        stations.computeIfAbsent(reading.stationId(), first -> new TreeMap<>())
                .computeIfAbsent(ReportingHour.day(reading.hour()), StationHours::ofDay)
                .file(reading.hour(), reading.revision(), reading.ticks(), reading.synthetic());
    }

    Stream<String> days() {
        List<String> rows = new ArrayList<>();
        stations.forEach((station, days) -> days.forEach((day, hours) ->
                rows.add(station + " " + units.get(station) + " " + row(JudgedDay.of(day, hours, standards), false))));
        unitDays.forEach((unit, days) -> days.forEach(
                (day, sums) -> rows.add(" " + unit + " " + row(JudgedDay.of(sums, standards), isDust(unit, day)))));
        return rows.stream();
    }

    Stream<String> statistics() {
        List<String> rows = new ArrayList<>();
        unitDays.forEach((unit, days) -> {
            Map<Integer, UnitYear> years = new TreeMap<>();
            days.values().forEach(day -> years.computeIfAbsent(ReportingDay.year(day.day()), UnitYear::new)
                    .set(day));
            days.keySet().stream().filter(day -> isDust(unit, day)).forEach(day -> years.get(ReportingDay.year(day))
                    .markDust(day, 0, true));
            years.forEach((number, year) -> new YearReckoning(
                            standards,
                            year,
                            Optional.ofNullable(years.get(number - 1)),
                            years.containsKey(number + 1),
                            new Rows(unit, rows))
                    .tell(new TreeSet<>(days.keySet()), new TreeSet<>(), false));
        });
        return rows.stream();
    }

    /** A mark is of a unit and all that lie in it, whose codes begin with its own. */
    private boolean isDust(String unit, int day) {
        return dust.containsKey(day) && unit.startsWith(dust.get(day));
    }

    private static String row(JudgedDay day, boolean dust) {
        return String.join(
                " ",
                ReportingHour.date(day.day()).toString(),
                spelled(day.concentrations()),
                spelled(day.hourlyAqi()),
                spelled(day.dailyConcentrations()),
                Integer.toString(day.daily().aqi()),
                dust ? "1" : "0");
    }

    private static String spelled(int[] numbers) {
        return Arrays.toString(numbers).replace(" ", "");
    }

    /** Makes rows of what is told. */
    private record Rows(String unit, List<String> rows) implements YearReckoning.Listener {
        @Override
        public void yearThrough(int day, int hours, AirComparison compared) {
            add(ReportingHour.date(day).toString(), compared);
        }

        @Override
        public void yearThrough(YearMonth month, boolean over, AirComparison compared) {
            // It has no row, but values of indicators.
        }

        @Override
        public void month(YearMonth month, boolean over, AirComparison compared) {
            add(month.toString(), compared);
        }

        private void add(String period, AirComparison compared) {
            int[] levels = AirLevel.all().stream()
                    .mapToInt(level -> compared.current().days(level))
                    .toArray();
            int[] figures = AirIndicator.all().stream()
                    .map(indicator -> indicator.published(compared.current()))
                    .mapToInt(figure -> figure.map(BigDecimal::unscaledValue)
                            .map(digits -> digits.intValueExact())
                            .orElse(Pollutant.MISSING))
                    .toArray();
            rows.add(unit + " " + period + " " + spelled(levels) + " " + spelled(figures));
        }
    }
}
