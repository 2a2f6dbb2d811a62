package dev.pennant.core.retail;

/** Where the larger part of a unit's sales is kept: its blocks, and the days of its categories. */
public interface UnitShelf extends BlockShelf {
    /** The year of one category, or null where nothing was sold. */
    SalesYear categoryYear(int key);

    /** Puts a category's year back. */
    void putCategoryYear(int key, SalesYear year);
}
