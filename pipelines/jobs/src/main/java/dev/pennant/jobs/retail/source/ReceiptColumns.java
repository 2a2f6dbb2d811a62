package dev.pennant.jobs.retail.source;

import dev.pennant.core.period.ReportingHour;
import dev.pennant.core.retail.CellKey;
import java.util.Arrays;

/**
 * Receipts as columns of plain numbers: a row takes 24 bytes and no object. Filled by the thread that fetches, read by the task that counts,
 * and used again when that is done.
 */
public final class ReceiptColumns {
    private int[] stores;
    private long[] numbers;
    private int[] cells;
    private long[] amounts;
    private int count;

    ReceiptColumns(int capacity) {
        stores = new int[capacity];
        numbers = new long[capacity];
        cells = new int[capacity];
        amounts = new long[capacity];
    }

    /** The reader's number of the store of each row. */
    public int[] stores() {
        return stores;
    }

    /** The receipt numbers, unsigned. */
    public long[] numbers() {
        return numbers;
    }

    /** The {@link CellKey} of each row. */
    public int[] cells() {
        return cells;
    }

    /** The amounts in fen, negative for refunds. */
    public long[] amounts() {
        return amounts;
    }

    int count() {
        return count;
    }

    void clear() {
        count = 0;
    }

    void add(int store, long number, long soldAtMillis, int category, boolean synthetic, long amount) {
        int row = count;
        if (row == stores.length) {
            grow();
        }
        stores[row] = store;
        numbers[row] = number;
        cells[row] = CellKey.of(category, ReportingHour.of(soldAtMillis), synthetic);
        amounts[row] = amount;
        count = row + 1;
    }

    private void grow() {
        int capacity = 2 * stores.length;
        stores = Arrays.copyOf(stores, capacity);
        numbers = Arrays.copyOf(numbers, capacity);
        cells = Arrays.copyOf(cells, capacity);
        amounts = Arrays.copyOf(amounts, capacity);
    }
}
