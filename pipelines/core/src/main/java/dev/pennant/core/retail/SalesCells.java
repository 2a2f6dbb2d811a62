package dev.pennant.core.retail;

import java.util.Arrays;

/**
 * Sales of one unit (or one store) by category, hour and origin, while they are being counted: an open-addressed table of numbers, emptied into
 * a {@link CellWriter} from time to time. Money is in fen.
 */
public final class SalesCells {
    private static final int FIRST_CAPACITY = 16;

    /** Fibonacci hashing, as 2^32 divided by the golden ratio: hours that follow each other land apart. */
    private static final int SPREAD = 0x9E3779B9;

    /** A table emptier than this when it is emptied is halved: each emptying looks at every place, 1.5 µs where there are 2048. */
    private static final int EMPTIEST = 8;

    private static final int TAKEN = 1 << 31;

    /** The key in the upper half and the receipts in the lower one, so that one load finds a cell and counts in it; zero where free. */
    private long[] heads = new long[FIRST_CAPACITY];

    private long[] sales = new long[FIRST_CAPACITY];
    private long[] refunds = new long[FIRST_CAPACITY];
    private int count;

    /**
     * Counts a receipt.
     *
     * @param key the {@link CellKey} of its cell
     * @param amount what was paid, negative for a refund
     */
    public void add(int key, long amount) {
        int cell = cell(key | TAKEN);
        heads[cell]++;
        if (amount >= 0) {
            sales[cell] += amount;
        } else {
            refunds[cell] -= amount;
        }
    }

    /** How many cells there are. */
    public int count() {
        return count;
    }

    /** Adds all cells to a writer, and begins anew. */
    public void moveTo(CellWriter writer) {
        for (int cell = 0; cell < heads.length; cell++) {
            long head = heads[cell];
            if (head != 0) {
                writer.add((int) (head >>> 32) & ~TAKEN, (int) head, sales[cell], refunds[cell]);
                sales[cell] = 0;
                refunds[cell] = 0;
            }
        }
        if (count < heads.length / EMPTIEST && heads.length > FIRST_CAPACITY) {
            allocate(heads.length / 2);
        } else {
            Arrays.fill(heads, 0);
        }
        count = 0;
    }

    /** How many places there are for cells. */
    int capacity() {
        return heads.length;
    }

    private int cell(int key) {
        int cell = place(key);
        if (heads[cell] == 0) {
            if (count == heads.length / 2) {
                grow();
                cell = place(key);
            }
            heads[cell] = (long) key << 32;
            count++;
        }
        return cell;
    }

    private int place(int key) {
        int mask = heads.length - 1;
        int cell = (key * SPREAD) >>> Integer.numberOfLeadingZeros(mask);
        while (heads[cell] != 0 && (int) (heads[cell] >>> 32) != key) {
            cell = (cell + 1) & mask;
        }
        return cell;
    }

    private void allocate(int places) {
        heads = new long[places];
        sales = new long[places];
        refunds = new long[places];
    }

    private void grow() {
        long[] headsBefore = heads;
        long[] salesBefore = sales;
        long[] refundsBefore = refunds;
        allocate(2 * headsBefore.length);
        for (int before = 0; before < headsBefore.length; before++) {
            if (headsBefore[before] != 0) {
                int cell = place((int) (headsBefore[before] >>> 32));
                heads[cell] = headsBefore[before];
                sales[cell] = salesBefore[before];
                refunds[cell] = refundsBefore[before];
            }
        }
    }
}
