package dev.pennant.core.retail;

/**
 * Sales of units by category, hour and origin, while they are being counted, in a table of numbers. Each cell has one place in its unit's part, where
 * it is counted until another cell of that place comes; then it leaves. So a receipt is counted without a search, whose end a processor could not
 * foresee, and what is not counted in any more makes room by itself. A cell may leave more than once; who takes the cells sums them up anyway.
 * Units are numbered densely from 0. Money is in fen.
 */
public final class RecentCells {
    /** How many places a unit has: with 72 units all fit the processor's second cache. */
    private static final int PLACES = 256;

    /** The hours of a category lie side by side, and behind so many of them those of the next: half a day of 20 categories meets in no place. */
    private static final int HOURS_A_CATEGORY = 12;

    private static final int TAKEN = 1 << 31;

    /** What a cell takes: its head, its sales and its refunds, side by side, so that whoever finds it mostly has it. */
    private static final int CELL = 4;

    private static final int SALES = 1;
    private static final int REFUNDS = 2;

    /** Unit by unit, cell by cell. A head is the key in the upper half and the receipts in the lower one; zero where free. */
    private final long[] cells;

    /** How many cells each unit has in its places. */
    private final int[] counts;

    /** The cells that have left. */
    private final CellWriter[] left;

    /** @param units how many units there are */
    public RecentCells(int units) {
        cells = new long[units * PLACES * CELL];
        counts = new int[units];
        left = new CellWriter[units];
        for (int unit = 0; unit < units; unit++) {
            left[unit] = new CellWriter();
        }
    }

    /**
     * Counts a receipt.
     *
     * @param key the {@link CellKey} of its cell
     * @param amount what was paid, negative for a refund
     * @return whether another cell of the unit has left for this one
     */
    public boolean add(int unit, int key, long amount) {
        int cell = (unit * PLACES + place(key)) * CELL;
        boolean another = (int) (cells[cell] >>> Integer.SIZE) != (key | TAKEN);
        boolean leaves = another && begin(unit, cell, key);
        cells[cell]++;
        if (amount >= 0) {
            cells[cell + SALES] += amount;
        } else {
            cells[cell + REFUNDS] -= amount;
        }
        return leaves;
    }

    /** Whether a unit has any cells, in their places or left. */
    public boolean isEmpty(int unit) {
        return counts[unit] == 0 && left[unit].count() == 0;
    }

    /** The cells of a unit that have left; whoever has taken them clears them. */
    public CellWriter left(int unit) {
        return left[unit];
    }

    /** Lets all cells of a unit leave. */
    public void leave(int unit) {
        int end = (unit + 1) * PLACES * CELL;
        for (int cell = unit * PLACES * CELL; cell < end && counts[unit] > 0; cell += CELL) {
            if (cells[cell] != 0) {
                leave(unit, cell);
                cells[cell] = 0;
            }
        }
    }

    private static int place(int key) {
        return (CellKey.category(key) * HOURS_A_CATEGORY + CellKey.hour(key)) & (PLACES - 1);
    }

    /** Begins a cell in a place, and says whether another one has left for it. */
    private boolean begin(int unit, int cell, int key) {
        boolean isTaken = cells[cell] != 0;
        if (isTaken) {
            leave(unit, cell);
        }
        cells[cell] = (long) (key | TAKEN) << Integer.SIZE;
        counts[unit]++;
        return isTaken;
    }

    private void leave(int unit, int cell) {
        long head = cells[cell];
        left[unit].add((int) (head >>> Integer.SIZE) & ~TAKEN, (int) head, cells[cell + SALES], cells[cell + REFUNDS]);
        cells[cell + SALES] = 0;
        cells[cell + REFUNDS] = 0;
        counts[unit]--;
    }
}
