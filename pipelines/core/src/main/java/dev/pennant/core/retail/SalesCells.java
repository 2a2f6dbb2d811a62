package dev.pennant.core.retail;

/**
 * Sales of one store by category, hour and origin, while they are being counted: an open-addressed table of numbers that grows. Money is in fen. Those
 * of units, where nearly all receipts count, are in {@link RecentCells}.
 */
public final class SalesCells {
    private static final int FIRST_CAPACITY = 16;

    /** Fibonacci hashing, as 2^32 divided by the golden ratio: hours that follow each other land apart. */
    private static final int SPREAD = 0x9E3779B9;

    /** {@link TableCell}s. */
    private long[] cells = new long[TableCell.SIZE * FIRST_CAPACITY];

    private int count;

    /**
     * Counts a receipt.
     *
     * @param key the {@link CellKey} of its cell
     * @param amount what was paid, negative for a refund
     */
    public void add(int key, long amount) {
        int cell = cell(key);
        TableCell.count(amount, cells, cell);
    }

    /** Adds all cells to a writer. */
    public void writeTo(CellWriter writer) {
        for (int cell = 0; cell < cells.length; cell += TableCell.SIZE) {
            if (!TableCell.isFree(cells, cell)) {
                TableCell.write(cells, cell, writer);
            }
        }
    }

    private int cell(int key) {
        int cell = place(key);
        if (TableCell.isFree(cells, cell)) {
            if (2 * TableCell.SIZE * count == cells.length) {
                grow();
                cell = place(key);
            }
            TableCell.begin(key, cells, cell);
            count++;
        }
        return cell;
    }

    private int place(int key) {
        int mask = cells.length - TableCell.SIZE;
        int cell = (key * SPREAD) >>> Integer.numberOfLeadingZeros(mask) & mask;
        while (!TableCell.isFree(cells, cell) && !TableCell.isOf(key, cells, cell)) {
            cell = (cell + TableCell.SIZE) & mask;
        }
        return cell;
    }

    private void grow() {
        long[] before = cells;
        cells = new long[2 * before.length];
        for (int cell = 0; cell < before.length; cell += TableCell.SIZE) {
            if (!TableCell.isFree(before, cell)) {
                System.arraycopy(before, cell, cells, place(TableCell.key(before, cell)), TableCell.SIZE);
            }
        }
    }
}
