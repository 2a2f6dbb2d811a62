package dev.pennant.core.retail;

import dev.pennant.core.indicator.Coverage;
import dev.pennant.core.period.CumulativePeriod;
import dev.pennant.core.period.ReportingDay;
import dev.pennant.core.period.ReportingHour;
import dev.pennant.core.period.RunningPeriod;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntPredicate;

/** Computes everything at once from all that was ever sent, with no thought of speed; only the ranges are {@link ComparedRange}'s. */
final class BatchOracle {
    private record Placed(Sale sale, int unit, boolean synthetic) {}

    private final List<Store> stores;
    private final List<Placed> placed = new ArrayList<>();
    private final List<Sale> counted;
    private final Map<String, List<Placed>> soldIn = new HashMap<>();
    private final int frontier;

    BatchOracle(Season season) {
        stores = season.stores();
        counted = List.copyOf(new LinkedHashSet<>(season.sales()));
        frontier = counted.stream().mapToInt(Sale::hour).max().orElseThrow();
        for (Sale sale : counted) {
            Store store = stores.get(sale.store());
            store.unitOn(sale.day())
                    .ifPresent(unit -> placed.add(new Placed(sale, unit, store.synthetic() || sale.synthetic())));
        }
    }

    /** The running figures by unit and period. */
    Map<String, Figure> figures() {
        Map<String, Figure> figures = new HashMap<>();
        for (int unit = 0; unit < Season.UNITS; unit++) {
            for (LocalDate day = firstDay(); ReportingHour.firstHour(day) <= frontier; day = day.plusDays(1)) {
                ComparedRange range = ComparedRange.throughDay(ReportingHour.day(day), frontier);
                put(figures, unit, day.toString(), new RunningPeriod(day, range.hours()).label(), range);
            }
            for (YearMonth month = YearMonth.from(firstDay());
                    ReportingHour.firstHour(month.atDay(1)) <= frontier;
                    month = month.plusMonths(1)) {
                ComparedRange range = ComparedRange.throughMonth(month, frontier);
                put(
                        figures,
                        unit,
                        month.toString(),
                        CumulativePeriod.through(month).label(),
                        range);
            }
        }
        return figures;
    }

    /** Sales, refunds and receipts by unit, category and hour. */
    Map<String, List<Long>> hours() {
        Map<String, List<Long>> hours = new HashMap<>();
        for (Placed each : placed) {
            long amount = each.sale.amount();
            hours.merge(
                    each.unit + "|" + each.sale.category() + "|" + each.sale.hour(),
                    List.of(Math.max(0, amount), Math.max(0, -amount), 1L),
                    (one, other) ->
                            List.of(one.get(0) + other.get(0), one.get(1) + other.get(1), one.get(2) + other.get(2)));
        }
        return hours;
    }

    /** The running sums by unit, category and day, with the sales of that day alone before them. */
    Map<String, List<Object>> categories() {
        Map<String, List<Object>> categories = new HashMap<>();
        for (int unit = 0; unit < Season.UNITS; unit++) {
            for (int category = 0; category < Season.CATEGORIES; category++) {
                for (LocalDate date = firstDay(); ReportingHour.firstHour(date) <= frontier; date = date.plusDays(1)) {
                    int day = ReportingHour.day(date);
                    ComparedRange range = ComparedRange.throughDay(day, frontier);
                    List<Placed> sold = soldIn(unit, category);
                    RunningSum sum = sum(sold, range);
                    if (sum != null) {
                        long onDay = net(sold, hour -> ReportingHour.day(hour) == day);
                        categories.put(
                                unit + "|" + category + "|" + date,
                                List.of(onDay, sum, range.hours(), isSynthetic(sold, range)));
                    }
                }
            }
        }
        return categories;
    }

    /** What no unit counts, by store. */
    Map<Integer, Long> held() {
        Map<Integer, Long> held = new HashMap<>();
        for (Sale sale : counted) {
            if (stores.get(sale.store()).unitOn(sale.day()).isEmpty()) {
                held.merge(sale.store(), 1L, Long::sum);
            }
        }
        return held;
    }

    private void put(Map<String, Figure> figures, int unit, String period, String label, ComparedRange range) {
        List<Placed> sold = soldIn(unit, null);
        RunningSum sum = sum(sold, range);
        if (sum != null) {
            figures.put(unit + "|" + period, new Figure(label, sum, coverage(unit, range), isSynthetic(sold, range)));
        }
    }

    private static RunningSum sum(List<Placed> sold, ComparedRange range) {
        IntPredicate current = hour -> hour >= firstHour(range.year()) && hour < range.end();
        IntPredicate base = hour -> hour >= firstHour(range.year() - 1) && hour < range.baseEnd();
        boolean any = sold.stream().anyMatch(each -> current.test(each.sale.hour()));
        boolean compared = sold.stream().anyMatch(each -> base.test(each.sale.hour()));
        return any || compared ? new RunningSum(net(sold, current), net(sold, base), compared) : null;
    }

    private static long net(List<Placed> sold, IntPredicate in) {
        return sold.stream()
                .filter(each -> in.test(each.sale.hour()))
                .mapToLong(each -> each.sale.amount())
                .sum();
    }

    private Coverage coverage(int unit, ComparedRange range) {
        long reported = soldIn(unit, null).stream()
                .filter(each -> each.sale.hour() >= firstHour(range.year()) && each.sale.day() <= range.day())
                .map(each -> each.sale.store())
                .distinct()
                .count();
        long expected = stores.stream()
                .filter(store ->
                        store.unitOn(range.day()).filter(on -> on == unit).isPresent())
                .count();
        return new Coverage(
                (int) reported,
                (int) Math.max(reported, expected),
                frontier >= ReportingHour.firstHour(range.day() + 1));
    }

    private static boolean isSynthetic(List<Placed> sold, ComparedRange range) {
        return sold.stream()
                .filter(each -> each.synthetic)
                .map(Placed::sale)
                .anyMatch(sale -> isBetween(sale, range.year(), range.day())
                        || isBetween(sale, range.year() - 1, range.baseDay()));
    }

    private static boolean isBetween(Sale sale, int year, int lastDay) {
        return sale.hour() >= firstHour(year) && sale.day() <= lastDay;
    }

    private List<Placed> soldIn(int unit, Integer category) {
        return soldIn.computeIfAbsent(unit + "|" + category, absent -> placed.stream()
                .filter(each -> each.unit == unit)
                .filter(each -> category == null || Objects.equals(category, each.sale.category()))
                .toList());
    }

    private LocalDate firstDay() {
        int first = counted.stream().mapToInt(Sale::day).min().orElseThrow();
        return LocalDate.of(ReportingDay.year(first), 1, 1);
    }

    private static int firstHour(int year) {
        return ReportingHour.firstHour(LocalDate.of(year, 1, 1));
    }
}
