package dev.pennant.core.retail;

import dev.pennant.core.packed.NumberReader;
import dev.pennant.core.packed.NumberWriter;
import dev.pennant.core.period.ReportingHour;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;

/** Sales of a store that no unit counts yet, by hour, category and origin. */
public final class HeldSales {
    /** Below the hour, so that a span of days is a span of keys: the origin, then the category. */
    private static final int HOUR_SHIFT = 9;

    private static final int SYNTHETIC = 1 << 8;

    private final NavigableMap<Integer, Cell> cells = new TreeMap<>();

    /** What was sold of a category in an hour. */
    private record Cell(int receipts, long sales, long refunds) {
        private Cell plus(Cell other) {
            return new Cell(receipts + other.receipts, sales + other.sales, refunds + other.refunds);
        }
    }

    /** Adds the cell that a reader stands at. */
    void add(CellReader cell) {
        int key = cell.hour() << HOUR_SHIFT | (cell.synthetic() ? SYNTHETIC : 0) | cell.category();
        add(key, new Cell(cell.receipts(), cell.sales(), cell.refunds()));
    }

    /**
     * Takes out what was sold from a day on until another, exclusive, and writes it as cells of a unit.
     *
     * @param synthetic whether the store is made up, and so all that it sells
     */
    JoinedSales takeOut(int fromDay, int untilDay, int unit, boolean synthetic) {
        SortedMap<Integer, Cell> taken = cells.subMap(keyOf(fromDay), keyOf(untilDay));
        CellWriter writer = new CellWriter();
        taken.forEach((key, cell) -> writer.add(
                key & CellKey.LARGEST_CATEGORY,
                key >>> HOUR_SHIFT,
                synthetic || (key & SYNTHETIC) != 0,
                cell.receipts,
                cell.sales,
                cell.refunds));
        JoinedSales joined = taken.isEmpty()
                ? new JoinedSales(unit, 0, 0, new byte[0])
                : new JoinedSales(unit, taken.lastKey() >>> HOUR_SHIFT, writer.count(), writer.copy());
        taken.clear();
        return joined;
    }

    /** All that is held, as one. */
    Summary summary() {
        Cell all = cells.values().stream().reduce(new Cell(0, 0, 0), Cell::plus);
        return cells.isEmpty()
                ? Summary.NOTHING
                : new Summary(
                        all.receipts,
                        all.sales,
                        all.refunds,
                        cells.firstKey() >>> HOUR_SHIFT,
                        cells.lastKey() >>> HOUR_SHIFT);
    }

    void write(NumberWriter out) {
        out.put(cells.size());
        cells.forEach(
                (key, cell) -> out.put(key).put(cell.receipts).put(cell.sales).put(cell.refunds));
    }

    static HeldSales read(NumberReader in) {
        HeldSales read = new HeldSales();
        int count = in.nextInt();
        for (int cell = 0; cell < count; cell++) {
            read.add(in.nextInt(), new Cell(in.nextInt(), in.next(), in.next()));
        }
        return read;
    }

    private void add(int key, Cell cell) {
        cells.merge(key, cell, Cell::plus);
    }

    private static int keyOf(int day) {
        long hour = (long) ReportingHour.PER_DAY * Math.max(0, day);
        return (int) Math.min(hour, CellKey.LAST_HOUR + 1) << HOUR_SHIFT;
    }

    /**
     * All the sales of a store that are held.
     *
     * @param receipts how many receipts
     * @param sales sum of the positive amounts in fen
     * @param refunds sum of the negative ones in fen, without their sign
     * @param firstHour the first {@link ReportingHour} in which it sold anything, −1 where nothing is held
     * @param lastHour the last one, −1 where nothing is held
     */
    public record Summary(long receipts, long sales, long refunds, int firstHour, int lastHour) {
        /** Nothing is held. */
        public static final Summary NOTHING = new Summary(0, 0, 0, -1, -1);
    }
}
