package dev.pennant.core.retail;

/**
 * Sales of one store by category, hour and origin, while they are being counted: an open-addressed table of numbers that grows. Money is in fen. Those
 * of units, where nearly all receipts count, are in {@link RecentCells}.
 */
public final class SalesCells {
    private static final int FIRST_CAPACITY = 16;

    /** Fibonacci hashing, as 2^32 divided by the golden ratio: hours that follow each other land apart. */
    private static final int SPREAD = 0x9E3779B9;

    private static final int TAKEN = 1 << 31;

    /** What a cell takes: its head, its sales and its refunds, side by side, so that whoever finds it mostly has it. */
    private static final int CELL = 4;

    private static final int SALES = 1;
    private static final int REFUNDS = 2;

    /** Cell by cell. A head is the key in the upper half and the receipts in the lower one; zero where free. */
    private long[] cells = new long[CELL * FIRST_CAPACITY];

    private int count;

    /**
     * Counts a receipt.
     *
     * @param key the {@link CellKey} of its cell
     * @param amount what was paid, negative for a refund
     */
    public void add(int key, long amount) {
        int cell = cell(key | TAKEN);
        cells[cell]++;
        if (amount >= 0) {
            cells[cell + SALES] += amount;
        } else {
            cells[cell + REFUNDS] -= amount;
        }
    }

    /** Adds all cells to a writer. */
    public void writeTo(CellWriter writer) {
        for (int cell = 0; cell < cells.length; cell += CELL) {
            long head = cells[cell];
            if (head != 0) {
                writer.add((int) (head >>> 32) & ~TAKEN, (int) head, cells[cell + SALES], cells[cell + REFUNDS]);
            }
        }
    }

    private int cell(int key) {
        int cell = place(key);
        if (cells[cell] == 0) {
            if (2 * CELL * count == cells.length) {
                grow();
                cell = place(key);
            }
            cells[cell] = (long) key << 32;
            count++;
        }
        return cell;
    }

    private int place(int key) {
        int mask = cells.length - CELL;
        int cell = (key * SPREAD) >>> Integer.numberOfLeadingZeros(mask) & mask;
        while (cells[cell] != 0 && (int) (cells[cell] >>> 32) != key) {
            cell = (cell + CELL) & mask;
        }
        return cell;
    }

    private void grow() {
        long[] before = cells;
        cells = new long[2 * before.length];
        for (int cell = 0; cell < before.length; cell += CELL) {
            if (before[cell] != 0) {
                System.arraycopy(before, cell, cells, place((int) (before[cell] >>> 32)), CELL);
            }
        }
    }
}
