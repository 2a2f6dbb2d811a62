package dev.pennant.core.retail;

/** Where blocks of sales are kept. What is taken from it is put back when it has changed. */
public interface BlockShelf {
    /** The block of a key, or null where nothing was sold. */
    SalesBlock block(int key);

    /** Puts a block back. */
    void putBlock(int key, SalesBlock block);
}
