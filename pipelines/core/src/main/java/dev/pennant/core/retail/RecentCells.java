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

    /** What is made up lies so far from what is not: in an hour, 20 categories of both meet in no place either. */
    private static final int ORIGINS_APART = PLACES / 2;

    /** {@link TableCell}s, unit by unit. */
    private final long[] cells;

    /** How many cells each unit has in its places. */
    private final int[] inPlaces;

    /** The cells that were written away, of each unit. */
    private final CellWriter[] written;

    /** @param units how many units there are */
    public RecentCells(int units) {
        cells = new long[units * PLACES * TableCell.SIZE];
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
        int cell = (unit * PLACES + place(key)) * TableCell.SIZE;
        boolean wrote = !TableCell.isOf(key, cells, cell) && begin(unit, cell, key);
        TableCell.count(amount, cells, cell);
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
        int end = (unit + 1) * PLACES * TableCell.SIZE;
        for (int cell = unit * PLACES * TableCell.SIZE; cell < end && inPlaces[unit] > 0; cell += TableCell.SIZE) {
            if (!TableCell.isFree(cells, cell)) {
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
        boolean isTaken = !TableCell.isFree(cells, cell);
        if (isTaken) {
            writeAway(unit, cell);
        }
        TableCell.begin(key, cells, cell);
        inPlaces[unit]++;
        return isTaken;
    }

    private void writeAway(int unit, int cell) {
        TableCell.write(cells, cell, written[unit]);
        TableCell.free(cells, cell);
        inPlaces[unit]--;
    }
}
