package dev.pennant.core.retail;

/**
 * A cell of sales in a table of numbers: its head, its sales and its refunds, side by side, so that whoever finds it mostly has it. The head is the
 * {@link CellKey} in the upper half, marked, and the receipts in the lower one; it is zero where the table is free. Money is in fen.
 */
final class TableCell {
    /** So many numbers a cell takes. */
    static final int SIZE = 4;

    private static final int SALES = 1;
    private static final int REFUNDS = 2;

    /** Tells a key of zero from no key. */
    private static final int TAKEN = 1 << 31;

    private TableCell() {}

    static boolean isFree(long[] table, int cell) {
        return table[cell] == 0;
    }

    /** Whether the cell of a key stands there. */
    static boolean isOf(int key, long[] table, int cell) {
        return (int) (table[cell] >>> Integer.SIZE) == (key | TAKEN);
    }

    static int key(long[] table, int cell) {
        return (int) (table[cell] >>> Integer.SIZE) & ~TAKEN;
    }

    /** Begins the cell of a key, where the table is free. */
    static void begin(int key, long[] table, int cell) {
        table[cell] = (long) (key | TAKEN) << Integer.SIZE;
    }

    /** Counts a receipt, or a refund, whose amount is negative. */
    static void count(long amount, long[] table, int cell) {
        table[cell]++;
        if (amount >= 0) {
            table[cell + SALES] += amount;
        } else {
            table[cell + REFUNDS] -= amount;
        }
    }

    static void write(long[] table, int cell, CellWriter writer) {
        writer.add(key(table, cell), (int) table[cell], table[cell + SALES], table[cell + REFUNDS]);
    }

    static void free(long[] table, int cell) {
        table[cell] = 0;
        table[cell + SALES] = 0;
        table[cell + REFUNDS] = 0;
    }
}
