package dev.pennant.core.air;

/** What a concentration above the end of a column that ends before 500 gives; those are the ones of SO2 by the hour and O3 by eight hours. */
public enum BeyondTheEnd {
    /** The last index of the column (HJ 633-2026). */
    CAP,
    /** The index of the same concentration in the item's other column (HJ 633-2012). */
    OTHER_COLUMN
}
