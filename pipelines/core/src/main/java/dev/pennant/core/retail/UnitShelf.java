package dev.pennant.core.retail;

/** Where the larger part of a unit's sales is kept. What is taken from it is put back when it has changed. */
public interface UnitShelf {
    /** The block of a key, or null where nothing was sold. */
    SalesBlock block(int key);

    /** Puts a block back. */
    void putBlock(int key, SalesBlock block);

    /** The year of one category, or null where nothing was sold. */
    SalesYear categoryYear(int key);

    /** Puts a category's year back. */
    void putCategoryYear(int key, SalesYear year);
}
