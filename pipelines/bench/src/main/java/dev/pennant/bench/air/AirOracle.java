package dev.pennant.bench.air;

import dev.pennant.core.air.AirStandards;
import dev.pennant.core.air.Pollutant;
import dev.pennant.core.catalogue.Catalogue;
import dev.pennant.core.period.ReportingDay;
import dev.pennant.core.period.ReportingHour;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Knows what a history comes to: computes it unit by unit from all its readings at once, in big whole numbers of one part so small that every mean
 * of hours and stations is a whole number of it.
 */
final class AirOracle {
    private static final int HOURS_NEEDED = 20;
    private static final int EIGHT = 8;
    private static final int OF_EIGHT_NEEDED = 6;
    private static final int EIGHTS_NEEDED = 14;

    private final AirHistory history;
    private final AirStandards standards;
    private final Map<String, List<Integer>> stationsByUnit;

    AirOracle(AirHistory history, Catalogue catalogue) {
        this.history = history;
        standards = catalogue.airStandards();
        stationsByUnit = history.stationsByUnit(catalogue.units());
    }

    /**
     * What ought to be told of each unit.
     *
     * @param threads how many work at it
     */
    Map<String, UnitFigures> figures(int threads) throws InterruptedException, ExecutionException {
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            Map<String, Future<UnitFigures>> computed = new TreeMap<>();
            stationsByUnit.forEach(
                    (unit, stations) -> computed.put(unit, workers.submit(() -> new OfUnit(stations).compute())));
            Map<String, UnitFigures> figures = new TreeMap<>();
            for (Map.Entry<String, Future<UnitFigures>> of : computed.entrySet()) {
                figures.put(of.getKey(), of.getValue().get());
            }
            return figures;
        } finally {
            workers.shutdown();
        }
    }

    /** A unit. */
    private final class OfUnit {
        private final List<Integer> stations;
        private final UnitFigures figures = new UnitFigures();
        private final Map<Integer, OracleDay> days = new TreeMap<>();
        /** Parts of a tick. */
        private final BigInteger parts;

        OfUnit(List<Integer> stations) {
            this.stations = stations;
            BigInteger common = BigInteger.ONE;
            for (int hours = OF_EIGHT_NEEDED; hours <= ReportingHour.PER_DAY; hours++) {
                common = leastCommon(common, hours);
            }
            for (int several = 2; several <= stations.size(); several++) {
                common = leastCommon(common, several);
            }
            parts = common;
        }

        UnitFigures compute() {
            int first = ReportingHour.day(history.first());
            int last = ReportingHour.day(history.last());
            for (int day = first; day <= last; day++) {
                day(day);
            }
            for (int year = history.first().getYear(); year <= history.last().getYear(); year++) {
                year(Math.max(ReportingDay.firstOf(year), first), Math.min(ReportingDay.lastOf(year), last));
            }
            return figures;
        }

        private void day(int day) {
            List<int[][]> measured = stations.stream()
                    .map(station -> standing(station, ReportingHour.firstHour(day)))
                    .toList();
            int[] hourlyAqi = new int[ReportingHour.PER_DAY];
            for (int hour = 0; hour < hourlyAqi.length; hour++) {
                hourlyAqi[hour] = standards.on(day).hour(hour(measured, hour)).aqi();
            }
            List<BigInteger> values = new ArrayList<>();
            int[] steps = new int[Pollutant.COUNT];
            for (Pollutant pollutant : Pollutant.all()) {
                List<BigInteger> ofStations = new ArrayList<>();
                for (int[][] ofStation : measured) {
                    BigInteger value = pollutant == Pollutant.O3
                            ? largestOfEight(ofStation)
                            : ofHours(ofStation, pollutant, 0, ReportingHour.PER_DAY, HOURS_NEEDED);
                    if (value != null) {
                        ofStations.add(value);
                    }
                }
                BigInteger value = ofStations.isEmpty()
                        ? null
                        : ofStations.stream()
                                .reduce(BigInteger.ZERO, BigInteger::add)
                                .divide(BigInteger.valueOf(ofStations.size()));
                values.add(value);
                steps[pollutant.place()] = value == null ? Pollutant.MISSING : steps(value, pollutant);
            }
            days.put(day, new OracleDay(values, steps, history.isDust(day)));
            figures.days()
                    .put(
                            day,
                            DayFigures.of(
                                    hourlyAqi,
                                    steps,
                                    standards.on(day).day(steps).aqi()));
        }

        private void year(int first, int last) {
            LocalDate newYear = ReportingHour.date(last).withDayOfYear(1);
            OracleSpan running = new OracleSpan(standards, parts);
            OracleSpan base = new OracleSpan(standards, parts);
            int baseDay = ReportingHour.day(newYear.minusYears(1));
            for (int day = first; day <= last; day++) {
                LocalDate date = ReportingHour.date(day);
                add(running, day, day);
                baseDay = add(base, baseDay, ReportingHour.day(date.minusYears(1)));
                figures.spans().put(date.toString(), running.figures(base, day));
            }
            for (YearMonth month = YearMonth.from(ReportingHour.date(first));
                    !month.atDay(1).isAfter(ReportingHour.date(last));
                    month = month.plusMonths(1)) {
                boolean over = !month.atEndOfMonth().isAfter(ReportingHour.date(last));
                LocalDate end = over ? month.atEndOfMonth() : ReportingHour.date(last);
                LocalDate baseEnd = over ? month.minusYears(1).atEndOfMonth() : end.minusYears(1);
                if (over) {
                    figures.spans().put("-" + month, span(newYear, end, baseEnd));
                }
                figures.spans().put(month.toString(), span(month.atDay(1), end, baseEnd));
            }
        }

        private int[] span(LocalDate from, LocalDate end, LocalDate baseEnd) {
            OracleSpan current = new OracleSpan(standards, parts);
            OracleSpan base = new OracleSpan(standards, parts);
            add(current, ReportingHour.day(from), ReportingHour.day(end));
            add(base, ReportingHour.day(from.minusYears(1)), ReportingHour.day(baseEnd));
            return current.figures(base, ReportingHour.day(end));
        }

        /** Adds days, and says which one follows. */
        private int add(OracleSpan to, int from, int through) {
            for (int day = from; day <= through; day++) {
                if (days.containsKey(day)) {
                    to.add(day, days.get(day));
                }
            }
            return Math.max(from, through + 1);
        }

        /** The concentrations of an hour, in steps. */
        private int[] hour(List<int[][]> measured, int hour) {
            int[] steps = new int[Pollutant.COUNT];
            for (Pollutant pollutant : Pollutant.all()) {
                long sum = 0;
                int count = 0;
                for (int[][] ofStation : measured) {
                    int ticks = ofStation[hour][pollutant.place()];
                    if (ticks != Pollutant.MISSING) {
                        sum += ticks;
                        count++;
                    }
                }
                steps[pollutant.place()] = count == 0
                        ? Pollutant.MISSING
                        : steps(BigInteger.valueOf(sum).multiply(parts).divide(BigInteger.valueOf(count)), pollutant);
            }
            return steps;
        }

        /** The mean in parts, or null where too few hours are there. */
        private BigInteger ofHours(int[][] measured, Pollutant pollutant, int from, int to, int needed) {
            long sum = 0;
            int count = 0;
            for (int hour = from; hour < to; hour++) {
                int ticks = measured[hour][pollutant.place()];
                if (ticks != Pollutant.MISSING) {
                    sum += ticks;
                    count++;
                }
            }
            return count < needed
                    ? null
                    : BigInteger.valueOf(sum).multiply(parts).divide(BigInteger.valueOf(count));
        }

        private BigInteger largestOfEight(int[][] measured) {
            BigInteger largest = null;
            int count = 0;
            for (int end = EIGHT; end <= ReportingHour.PER_DAY; end++) {
                BigInteger mean = ofHours(measured, Pollutant.O3, end - EIGHT, end, OF_EIGHT_NEEDED);
                if (mean != null) {
                    count++;
                    largest = largest == null ? mean : largest.max(mean);
                }
            }
            boolean counts = count >= EIGHTS_NEEDED
                    || (largest != null
                            && steps(largest, Pollutant.O3)
                                    > standards.validity().o3ValidAbove());
            return counts ? largest : null;
        }

        private int steps(BigInteger value, Pollutant pollutant) {
            return new BigDecimal(value)
                    .divide(
                            new BigDecimal(parts.multiply(BigInteger.valueOf(pollutant.ticksOfStep()))),
                            0,
                            RoundingMode.HALF_EVEN)
                    .intValueExact();
        }

        private int[][] standing(int station, int firstHour) {
            int[][] ticks = new int[ReportingHour.PER_DAY][];
            for (int slot = 0; slot < ticks.length; slot++) {
                int hour = firstHour + slot;
                ticks[slot] = history.ticks(station, hour, history.lastRevision(station, hour));
            }
            return ticks;
        }
    }

    private static BigInteger leastCommon(BigInteger multiple, int number) {
        BigInteger other = BigInteger.valueOf(number);
        return multiple.multiply(other.divide(multiple.gcd(other)));
    }
}
