package dev.pennant.bench.air;

import dev.pennant.core.air.AirComparison;
import dev.pennant.core.air.AirStandards;
import dev.pennant.core.air.JudgedDay;
import dev.pennant.core.air.StationHours;
import dev.pennant.core.air.UnitDay;
import dev.pennant.core.air.UnitYear;
import dev.pennant.core.air.YearReckoning;
import dev.pennant.core.catalogue.Catalogue;
import dev.pennant.core.period.ReportingDay;
import dev.pennant.core.period.ReportingHour;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Evaluates a whole history as the job does, with core alone: files every reading, judges the days of stations and of units, and tells the year
 * through every day, the months, and the year through every month, each beside the year before.
 */
final class HistoryEvaluation {
    private final AirHistory history;
    private final AirStandards standards;
    private final Map<String, List<Integer>> stationsByUnit;
    private final Map<String, UnitFigures> figures = new TreeMap<>();
    private final Map<String, UnitYear> yearsBefore = new TreeMap<>();

    HistoryEvaluation(AirHistory history, Catalogue catalogue) {
        this.history = history;
        standards = catalogue.airStandards();
        stationsByUnit = history.stationsByUnit(catalogue.units());
    }

    /**
     * Evaluates all of it.
     *
     * @param threads how many work at it
     * @return what was told, by unit
     */
    Map<String, UnitFigures> run(int threads) throws InterruptedException, ExecutionException {
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            for (int year = history.first().getYear(); year <= history.last().getYear(); year++) {
                evaluate(year, workers);
            }
        } finally {
            workers.shutdown();
        }
        return figures;
    }

    private void evaluate(int year, ExecutorService workers) throws InterruptedException, ExecutionException {
        int from = Math.max(ReportingDay.firstOf(year), ReportingHour.day(history.first()));
        int to = Math.min(ReportingDay.lastOf(year), ReportingHour.day(history.last()));
        List<Callable<StationHours>> filings = new ArrayList<>();
        for (int station = 0; station < history.stations(); station++) {
            int number = station;
            filings.add(() -> file(number, year, from, to));
        }
        List<StationHours> stations = all(filings, workers);
        List<Callable<UnitYear>> reckonings = new ArrayList<>();
        for (String unit : stationsByUnit.keySet()) {
            Optional<UnitYear> before = Optional.ofNullable(yearsBefore.get(unit));
            UnitFigures told = figures.computeIfAbsent(unit, first -> new UnitFigures());
            List<StationHours> of =
                    stationsByUnit.get(unit).stream().map(stations::get).toList();
            reckonings.add(() -> reckon(year, from, to, of, before, told));
        }
        List<UnitYear> reckoned = all(reckonings, workers);
        int place = 0;
        for (String unit : stationsByUnit.keySet()) {
            yearsBefore.put(unit, reckoned.get(place));
            place++;
        }
    }

    private StationHours file(int station, int year, int from, int to) {
        StationHours hours = StationHours.ofYear(year);
        for (int hour = ReportingHour.firstHour(from); hour < ReportingHour.firstHour(to + 1); hour++) {
            for (int revision = 0; revision <= history.lastRevision(station, hour); revision++) {
                hours.file(hour, revision, history.ticks(station, hour, revision), true);
            }
        }
        for (int day = from; day <= to; day++) {
            if (JudgedDay.of(day, hours, standards).day() != day) {
                throw new AssertionError("the judged day is another");
            }
        }
        return hours;
    }

    private UnitYear reckon(
            int year, int from, int to, List<StationHours> stations, Optional<UnitYear> before, UnitFigures told) {
        UnitYear days = new UnitYear(year);
        NavigableSet<Integer> changed = new TreeSet<>();
        for (int day = from; day <= to; day++) {
            UnitDay unit = new UnitDay(day);
            for (StationHours station : stations) {
                unit.add(station, standards.validity());
            }
            told.days().put(day, DayFigures.of(JudgedDay.of(unit, standards)));
            days.markDust(day, 0, history.isDust(day));
            days.set(unit);
            changed.add(day);
        }
        new YearReckoning(standards, days, before, false, new Listener(told.spans()))
                .tell(changed, new TreeSet<>(), false);
        return days;
    }

    private static <T> List<T> all(List<Callable<T>> work, ExecutorService workers)
            throws InterruptedException, ExecutionException {
        List<T> done = new ArrayList<>();
        for (Future<T> part : workers.invokeAll(work)) {
            done.add(part.get());
        }
        return done;
    }

    /** Notes the figures of what is told. */
    private record Listener(Map<String, int[]> spans) implements YearReckoning.Listener {
        @Override
        public void yearThrough(int day, int hours, AirComparison compared) {
            spans.put(ReportingHour.date(day).toString(), SpanFigures.of(compared));
        }

        @Override
        public void yearThrough(YearMonth month, boolean over, AirComparison compared) {
            spans.put("-" + month, SpanFigures.of(compared));
        }

        @Override
        public void month(YearMonth month, boolean over, AirComparison compared) {
            spans.put(month.toString(), SpanFigures.of(compared));
        }
    }
}
