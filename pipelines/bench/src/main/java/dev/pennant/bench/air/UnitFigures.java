package dev.pennant.bench.air;

import dev.pennant.bench.check.Comparison;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was told of a unit, as whole numbers in an order that {@link DayFigures} and {@link SpanFigures} know.
 *
 * @param days by day
 * @param spans by what they are of: {@code 2020-10} the month, {@code 2020-10-07} the year through the day, {@code -2020-10} through the month
 */
record UnitFigures(Map<Integer, int[]> days, Map<String, int[]> spans) {
    UnitFigures() {
        this(new TreeMap<>(), new TreeMap<>());
    }

    /** How many there are. */
    int size() {
        return days.size() + spans.size();
    }

    /** Compares with what there ought to be. */
    void compare(String unit, UnitFigures expected, Comparison comparison) {
        compare("day of " + unit + " ", days, expected.days, comparison);
        compare(unit + " ", spans, expected.spans, comparison);
    }

    private static <K> void compare(String what, Map<K, int[]> figures, Map<K, int[]> expected, Comparison comparison) {
        expected.forEach((of, right) -> comparison.cell(what + of, figures.get(of), right));
        figures.keySet().stream()
                .filter(of -> !expected.containsKey(of))
                .forEach(of -> comparison.cell(what + of, figures.get(of), null));
    }
}
