package dev.pennant.audit;

import static dev.pennant.audit.StationDayRow.STANDARDS;

import dev.pennant.core.air.AirComparison;
import dev.pennant.core.air.AirIndicator;
import dev.pennant.core.air.AirLevel;
import dev.pennant.core.air.AirStatistics;
import dev.pennant.core.air.Pollutant;
import dev.pennant.core.air.PollutantStatistics;
import dev.pennant.core.air.Shortage;
import dev.pennant.core.air.UnitDay;
import dev.pennant.core.air.UnitYear;
import dev.pennant.core.air.YearReckoning;
import dev.pennant.core.indicator.Growth;
import dev.pennant.core.period.ReportingDay;
import dev.pennant.core.period.ReportingHour;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The statistics of stations as core makes them at once, each station a unit of its own. */
final class StationYears {
    /** The rows of the view in the same spelling. */
    static final String SHOWN =
            """
            SELECT
                station, unit, span, period, first_day, last_day, days, valid_days, good_days, days_1, days_2, days_3, days_4, days_5, days_6,
                good_share, good_share_base, good_share_growth, pm2_5, pm2_5_base, pm2_5_growth, pm10, pm10_base, pm10_growth,
                so2, so2_base, so2_growth, no2, no2_base, no2_growth, co, co_base, co_growth, o3, o3_base, o3_growth,
                composite, composite_base, composite_growth, means, percentiles, limits, valid, synthetic, reasons
            FROM pennant.air_station_statistics""";

    private static final String NULL = "\\N";

    private final Map<String, Map<Integer, StationDayRow>> stations = new TreeMap<>();
    private final Map<String, Set<Integer>> dustDays = new HashMap<>();

    void add(StationDayRow day) {
        stations.computeIfAbsent(day.station(), first -> new TreeMap<>()).put(day.day(), day);
    }

    void markDust(String unit, int day) {
        dustDays.computeIfAbsent(unit, first -> new HashSet<>()).add(day);
    }

    List<String> statistics() {
        List<String> rows = new ArrayList<>();
        stations.forEach((station, days) -> {
            Map<Integer, UnitYear> years = new TreeMap<>();
            days.values().forEach(day -> put(day, years));
            String unit = days.values().iterator().next().unit();
            years.forEach((number, year) -> new YearReckoning(
                            STANDARDS,
                            year,
                            Optional.ofNullable(years.get(number - 1)),
                            years.containsKey(number + 1),
                            new Rows(station + "\t" + unit, lastDaysOfMonths(days.keySet()), rows))
                    .tell(new TreeSet<>(ofYear(number, days.keySet())), new TreeSet<>(), false));
        });
        return rows;
    }

    private void put(StationDayRow row, Map<Integer, UnitYear> years) {
        UnitDay day = new UnitDay(row.day());
        day.add(row.hours(), STANDARDS.validity());
        UnitYear year = years.computeIfAbsent(ReportingDay.year(row.day()), UnitYear::new);
        year.set(day);
        year.markDust(row.day(), 0, dustDays.getOrDefault(row.unit(), Set.of()).contains(row.day()));
    }

    private static List<Integer> ofYear(int year, Set<Integer> days) {
        return days.stream().filter(day -> ReportingDay.year(day) == year).toList();
    }

    private static Set<Integer> lastDaysOfMonths(Set<Integer> days) {
        Map<YearMonth, Integer> last = new HashMap<>();
        days.forEach(day -> last.merge(YearMonth.from(ReportingHour.date(day)), day, Math::max));
        return new HashSet<>(last.values());
    }

    /**
     * Makes rows of what is told, but of years only through the last day known of each month.
     *
     * @param subject how each row begins
     */
    private record Rows(String subject, Set<Integer> lastDays, List<String> rows) implements YearReckoning.Listener {
        @Override
        public void yearThrough(int day, int hours, AirComparison compared) {
            if (lastDays.contains(day)) {
                add(ReportingHour.date(day).toString(), compared);
            }
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
            AirStatistics current = compared.current();
            if (current.validDays() == 0
                    && Pollutant.all().stream()
                            .allMatch(each -> current.of(each).isEmpty())) {
                return;
            }
            List<String> columns = new ArrayList<>(List.of(
                    subject,
                    current.span().kind().id(),
                    period,
                    ReportingHour.date(current.span().first()).toString(),
                    ReportingHour.date(current.span().last()).toString(),
                    Integer.toString(current.span().days()),
                    Integer.toString(current.validDays()),
                    Integer.toString(current.goodDays())));
            AirLevel.all().forEach(level -> columns.add(Integer.toString(current.days(level))));
            AirIndicator.all().forEach(indicator -> {
                columns.add(spelled(indicator.published(current), NULL));
                columns.add(spelled(indicator.published(compared.base()), NULL));
                columns.add(spelled(change(indicator.growth(current, compared.base())), NULL));
            });
            columns.add(ofEach(each -> current.of(each).map(PollutantStatistics::publishedMean)));
            columns.add(ofEach(each -> current.of(each).map(PollutantStatistics::publishedPercentile)));
            columns.add(ofEach(each -> Optional.of(
                    each.published(STANDARDS.limitsOn(current.span().last()).of(each)))));
            columns.add(Boolean.toString(current.isValid()));
            columns.add(Boolean.toString(compared.synthetic()));
            columns.add(current.shortages().stream().map(Shortage::toString).collect(Collectors.joining("; ")));
            rows.add(String.join("\t", columns));
        }

        private static Optional<BigDecimal> change(Growth growth) {
            if (growth instanceof Growth.Percent percent) {
                return Optional.of(percent.percent());
            }
            return growth instanceof Growth.Points points ? Optional.of(points.points()) : Optional.empty();
        }

        private static String ofEach(Function<Pollutant, Optional<BigDecimal>> figure) {
            return Pollutant.all().stream()
                    .map(figure)
                    .map(each -> spelled(each, "NULL"))
                    .collect(Collectors.joining(",", "[", "]"));
        }

        private static String spelled(Optional<BigDecimal> figure, String none) {
            return figure.map(number -> number.stripTrailingZeros().toPlainString())
                    .orElse(none);
        }
    }
}
