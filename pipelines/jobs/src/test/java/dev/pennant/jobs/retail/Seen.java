package dev.pennant.jobs.retail;

import dev.pennant.core.indicator.IndicatorValue;
import dev.pennant.core.indicator.Version;
import dev.pennant.core.period.ReportingHour;
import dev.pennant.core.retail.CategorySales;
import dev.pennant.core.retail.CellReader;
import dev.pennant.core.retail.HourSales;
import dev.pennant.core.retail.RunningSales;
import dev.pennant.core.retail.RunningSum;
import dev.pennant.core.retail.StoreDay;
import dev.pennant.core.retail.UnitNotice;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What readers see of what operators emit: of each row the one with the greatest version, unless it is empty; and the sums of what is told to
 * other operators, which forget with a lost run what it told them.
 */
final class Seen {
    private record Row(Version version, Object shown, boolean empty) {}

    private final Map<String, Row> rows = new TreeMap<>();
    private final Map<String, Long> sums = new TreeMap<>();

    /** Sees what is going to last. */
    void see(Object emitted) {
        if (!seeRow(emitted)) {
            seeChange(emitted);
        }
    }

    /** Sees what a run emits that is lost. */
    void seeLost(Object emitted) {
        seeRow(emitted);
    }

    /** Everything that is not empty, by what it is about. */
    Map<String, Object> everything() {
        Map<String, Object> seen = new TreeMap<>();
        rows.forEach((key, row) -> {
            if (!row.empty) {
                seen.put(key, row.shown);
            }
        });
        sums.forEach((key, sum) -> {
            if (sum != 0) {
                seen.put(key, sum);
            }
        });
        return seen;
    }

    private boolean seeRow(Object emitted) {
        if (emitted instanceof RunningSales sales) {
            put(
                    "running " + sales.unit() + " " + sales.period(),
                    sales.version(),
                    List.of(sales.period().label(), sales.lastDay(), sales.sum(), sales.coverage(), sales.synthetic()),
                    sales.sum().equals(RunningSum.NOTHING));
        } else if (emitted instanceof HourSales hour) {
            put(
                    "hour " + hour.unit() + " " + hour.category() + " " + hour.hour(),
                    hour.version(),
                    List.of(hour.sales(), hour.refunds(), hour.receipts()),
                    hour.receipts() == 0);
        } else if (emitted instanceof CategoryRow row) {
            CategorySales sales = row.sales();
            put(
                    "category " + sales.unit() + " " + sales.category() + " " + sales.period(),
                    sales.version(),
                    List.of(sales.period().label(), sales.lastDay(), sales.sum(), sales.synthetic()),
                    sales.sum().equals(RunningSum.NOTHING));
        } else if (emitted instanceof StoreDay day) {
            put(
                    "day " + day.storeId() + " in " + day.unit() + " on " + ReportingHour.date(day.day()),
                    day.version(),
                    List.of(day.sales(), day.refunds(), day.receipts(), day.synthetic()),
                    day.receipts() == 0);
        } else if (emitted instanceof HeldRow row) {
            put("held " + row.storeId(), row.version(), row.held(), row.held().receipts() == 0);
        } else if (emitted instanceof IndicatorValue value) {
            put(
                    value.indicator() + " " + value.unit() + " " + value.period(),
                    value.version(),
                    List.of(
                            value.period().label(),
                            value.value(),
                            String.valueOf(value.base()),
                            value.growth(),
                            value.coverage(),
                            value.synthetic()),
                    value.value().signum() == 0 && value.base() == null);
        } else {
            return false;
        }
        return true;
    }

    private void put(String key, Version version, List<Object> shown, boolean empty) {
        put(key, version, (Object) shown, empty);
    }

    private void put(String key, Version version, Object shown, boolean empty) {
        Row before = rows.get(key);
        if (before == null || before.version.packed() <= version.packed()) {
            rows.put(key, new Row(version, shown, empty));
        }
    }

    private void seeChange(Object emitted) {
        if (emitted instanceof UnitNotice notice) {
            add(notice.kind() + " in " + notice.unit() + " at " + notice.day(), notice.change());
        } else if (emitted instanceof StoreMove move) {
            add("moves of " + move.storeId() + " in " + move.unit() + " from " + move.fromDay(), 1);
        } else if (emitted instanceof RosterShare share) {
            add(share.kind() + " in " + share.region() + " at " + share.day(), share.change());
        } else if (emitted instanceof UnitCells joined) {
            CellReader cells = new CellReader();
            joined.readBy(cells);
            while (cells.next()) {
                String key = "joined " + joined.unit + " " + cells.category() + " " + cells.hour()
                        + (cells.synthetic() ? " made up" : "");
                add(key + " sales", cells.sales());
                add(key + " refunds", cells.refunds());
                add(key + " receipts", cells.receipts());
            }
        } else if (emitted instanceof StoreDayCells joined) {
            for (int day = 0; day < joined.count; day++) {
                String key = "joined " + joined.storeId + " in " + joined.unit + " on " + joined.days[day]
                        + (joined.synthetic ? " made up" : "");
                add(key + " sales", joined.sales[day]);
                add(key + " refunds", joined.refunds[day]);
                add(key + " receipts", joined.receipts[day]);
            }
        } else {
            throw new IllegalArgumentException(emitted + " is emitted by no operator that is known here");
        }
    }

    private void add(String key, long change) {
        sums.merge(key, change, Long::sum);
    }
}
