package dev.pennant.jobs.retail;

import dev.pennant.core.retail.CellWriter;
import dev.pennant.core.retail.SalesCells;
import java.util.function.Consumer;

/** What one reader counted for each unit and has not told yet, and the latest hour it met. */
final class UnitFold {
    /** A unit is told at the latest when it has so many cells: half a day merges well, and all units fit the processor's second cache. */
    private static final int MOST_CELLS = 256;

    private final SalesCells[] units;
    private final Consumer<UnitCells> listener;
    private final UnitCells holder = new UnitCells();
    private final CellWriter writer = new CellWriter();
    private int frontierHour = -1;
    private int toldFrontierHour = -1;

    /**
     * @param unitCount how many units there are
     * @param listener is told, and does not keep what it is given
     */
    UnitFold(int unitCount, Consumer<UnitCells> listener) {
        this.listener = listener;
        units = new SalesCells[unitCount];
        for (int unit = 0; unit < unitCount; unit++) {
            units[unit] = new SalesCells();
        }
    }

    /** Counts a receipt in a cell of a unit. */
    void add(int unit, int cell, long amount) {
        SalesCells cells = units[unit];
        cells.add(cell, amount);
        if (cells.count() == MOST_CELLS) {
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
        for (int unit = 0; unit < units.length; unit++) {
            if (goesOn || units[unit].count() > 0) {
                tell(unit);
            }
        }
        toldFrontierHour = frontierHour;
    }

    private void tell(int unit) {
        writer.clear();
        units[unit].moveTo(writer);
        holder.unit = unit;
        holder.frontierHour = frontierHour;
        holder.hold(writer);
        listener.accept(holder);
    }
}
