package dev.pennant.core.report;

/** Where the figures of all units of one indicator are kept. */
public interface FigureShelf {
    /** The figures of a unit; of one that is not known, new ones. They are to be put back when they have changed. */
    UnitFigures figures(String unit);

    /** Keeps the figures of a unit. */
    void put(String unit, UnitFigures figures);
}
