package dev.pennant.core.retail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.core.indicator.Version;
import dev.pennant.core.period.RunningPeriod;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What readers see: of each key, the row with the highest version. Rows without any sales are not shown. */
final class Board {
    private record Row(Version version, Object shown, boolean empty) {}

    private final Map<String, Row> figures = new HashMap<>();
    private final Map<String, Row> hours = new HashMap<>();
    private final Map<String, Row> categories = new HashMap<>();
    private final Map<String, Row> held = new HashMap<>();

    void write(RunningSales row) {
        write(
                figures,
                row.unit() + "|" + row.period(),
                new Row(
                        row.version(),
                        new Figure(row.period().label(), row.sum(), row.coverage(), row.synthetic()),
                        isEmpty(row.sum())));
    }

    void write(HourSales row) {
        write(
                hours,
                row.unit() + "|" + row.category() + "|" + row.hour(),
                new Row(
                        row.version(),
                        List.of(row.sales(), row.refunds(), (long) row.receipts()),
                        row.receipts() == 0));
    }

    void write(CategorySales row) {
        RunningPeriod period = row.period();
        write(
                categories,
                row.unit() + "|" + row.category() + "|" + period,
                new Row(
                        row.version(),
                        List.of(row.lastDay(), row.sum(), period.hours(), row.synthetic()),
                        isEmpty(row.sum())));
    }

    void write(int store, HeldSales.Summary row, Version version) {
        write(held, Integer.toString(store), new Row(version, row.receipts(), row.receipts() == 0));
    }

    Map<String, Object> figures() {
        return shown(figures);
    }

    Map<String, Object> hours() {
        return shown(hours);
    }

    Map<String, Object> categories() {
        return shown(categories);
    }

    Map<String, Object> held() {
        return shown(held);
    }

    private static boolean isEmpty(RunningSum sum) {
        return sum.equals(RunningSum.NOTHING);
    }

    private static void write(Map<String, Row> rows, String key, Row row) {
        Row before = rows.get(key);
        if (before != null && before.version.equals(row.version)) {
            assertThat(row).as("two rows of %s with one version", key).isEqualTo(before);
        }
        if (before == null || before.version.packed() <= row.version.packed()) {
            rows.put(key, row);
        }
    }

    private static Map<String, Object> shown(Map<String, Row> rows) {
        Map<String, Object> shown = new HashMap<>();
        rows.forEach((key, row) -> {
            if (!row.empty) {
                shown.put(key, row.shown);
            }
        });
        return shown;
    }
}
