package dev.pennant.jobs.retail;

import dev.pennant.core.retail.CellWriter;
import dev.pennant.core.retail.RecentCells;
import java.util.function.Consumer;

/** What one reader counted for each unit and has not told yet, and the latest hour it met. */
final class UnitFold {
    /** A unit is told at the latest when so many of its cells had to be written away; those in their places come on top. */
    private static final int MOST_WRITTEN = 256;

    private final int unitCount;
    private final RecentCells cells;
    private final Consumer<UnitCells> listener;
    private final UnitCells holder = new UnitCells();
    private int frontierHour = -1;
    private int toldFrontierHour = -1;

    /**
     * @param unitCount how many units there are
     * @param listener is told, and does not keep what it is given
     */
    UnitFold(int unitCount, Consumer<UnitCells> listener) {
        this.unitCount = unitCount;
        this.listener = listener;
        cells = new RecentCells(unitCount);
    }

    /** Counts a receipt in a cell of a unit. */
    void add(int unit, int cell, long amount) {
        if (cells.add(unit, cell, amount) && cells.written(unit) == MOST_WRITTEN) {
            tell(unit);
        }
    }

    /** Something was sold in an hour. */
    void sold(int hour) {
        frontierHour = Math.max(frontierHour, hour);
    }

    /**
     * Tells every unit what is new: its cells, and how far the sales have come anywhere.
     *
     * @param backlog whether more will follow soon
     */
    void tell(boolean backlog) {
        holder.backlog = backlog;
        boolean goesOn = frontierHour > toldFrontierHour;
        for (int unit = 0; unit < unitCount; unit++) {
            if (goesOn || !cells.isEmpty(unit)) {
                tell(unit);
            }
        }
        toldFrontierHour = frontierHour;
    }

    /** Tells a unit all there is of it: a frontier that some of its cells had not come to would say of a day too early that it is over. */
    private void tell(int unit) {
        holder.unit = unit;
        holder.frontierHour = frontierHour;
        cells.take(unit, this::tell);
    }

    private void tell(CellWriter written) {
        holder.hold(written);
        listener.accept(holder);
    }
}
