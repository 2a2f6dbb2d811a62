package dev.pennant.core.retail;

import java.util.function.Consumer;

/**
 * Sales of units by category, hour and origin, while they are being counted, in a table of numbers. Each cell has one place in its unit's part, where
 * it is counted until another cell of that place comes; then it is written away. So a receipt is counted without a search, whose end a processor
 * could not foresee. A cell may be written more than once; who takes the cells sums them up anyway. Units are numbered densely from 0. Money is in
 * fen.
 */
public final class RecentCells {
    /** How many places a unit has, 8 KiB of them: with those of 72 units in the second cache a receipt takes 11 ns less than with a search. */
    private static final int PLACES = 256;

    /**
     * The hours of a category lie side by side, and behind so many of them those of the next: twelve hours of 20 categories meet in no place; nor does
     * an hour of all categories there can be.
     */
    private static final int HOURS_A_CATEGORY = 12;

    /** What is made up lies so far from what is not: where both are sold, they take turns in no place. */
    private static final int ORIGINS_APART = PLACES / 2;

    private static final int TAKEN = 1 << 31;

    /** What a cell takes: its head, its sales and its refunds, side by side, so that whoever finds it mostly has it. */
    private static final int CELL = 4;

    private static final int SALES = 1;
    private static final int REFUNDS = 2;

    /** Unit by unit, cell by cell. A head is the key in the upper half and the receipts in the lower one; zero where free. */
    private final long[] cells;

    /** How many cells each unit has in its places. */
    private final int[] inPlaces;

    /** The cells that were written away, of each unit. */
    private final CellWriter[] written;

    /** @param units how many units there are */
    public RecentCells(int units) {
        cells = new long[units * PLACES * CELL];
        inPlaces = new int[units];
        written = new CellWriter[units];
        for (int unit = 0; unit < units; unit++) {
            written[unit] = new CellWriter();
        }
    }

    /**
     * Counts a receipt.
     *
     * @param key the {@link CellKey} of its cell
     * @param amount what was paid, negative for a refund
     * @return whether another cell of the unit was written away for this one
     */
    public boolean add(int unit, int key, long amount) {
        int cell = (unit * PLACES + place(key)) * CELL;
        boolean isOther = (int) (cells[cell] >>> Integer.SIZE) != (key | TAKEN);
        boolean wrote = isOther && begin(unit, cell, key);
        cells[cell]++;
        if (amount >= 0) {
            cells[cell + SALES] += amount;
        } else {
            cells[cell + REFUNDS] -= amount;
        }
        return wrote;
    }

    /** Whether nothing was counted for a unit since it was last taken. */
    public boolean isEmpty(int unit) {
        return inPlaces[unit] == 0;
    }

    /** How many cells of a unit were written away since it was last taken. */
    public int written(int unit) {
        return written[unit].count();
    }

    /** Gives someone all cells of a unit, who does not keep what he is given, and begins anew. */
    public void take(int unit, Consumer<CellWriter> taker) {
        int end = (unit + 1) * PLACES * CELL;
        for (int cell = unit * PLACES * CELL; cell < end && inPlaces[unit] > 0; cell += CELL) {
            if (cells[cell] != 0) {
                writeAway(unit, cell);
            }
        }
        taker.accept(written[unit]);
        written[unit].clear();
    }

    private static int place(int key) {
        int place = CellKey.category(key) * HOURS_A_CATEGORY + CellKey.hour(key);
        return (CellKey.isSynthetic(key) ? place + ORIGINS_APART : place) & (PLACES - 1);
    }

    /** Begins a cell in a place, and says whether another one was written away for it. */
    private boolean begin(int unit, int cell, int key) {
        boolean isTaken = cells[cell] != 0;
        if (isTaken) {
            writeAway(unit, cell);
        }
        cells[cell] = (long) (key | TAKEN) << Integer.SIZE;
        inPlaces[unit]++;
        return isTaken;
    }

    private void writeAway(int unit, int cell) {
        long head = cells[cell];
        written[unit].add(
                (int) (head >>> Integer.SIZE) & ~TAKEN, (int) head, cells[cell + SALES], cells[cell + REFUNDS]);
        cells[cell] = 0;
        cells[cell + SALES] = 0;
        cells[cell + REFUNDS] = 0;
        inPlaces[unit]--;
    }
}
