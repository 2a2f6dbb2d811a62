package dev.pennant.core.retail;

import dev.pennant.core.period.ReportingHour;

/** Which cell of sales a receipt counts in, of one unit: hour, category and origin in 30 bits of one number. */
public final class CellKey {
    /** The largest number of a category. */
    static final int LARGEST_CATEGORY = 0xFF;

    /** The last hour that can be written, in the year 2239. */
    static final int LAST_HOUR = 0x1F_FFFF;

    private static final int CATEGORY_SHIFT = 21;
    private static final int SYNTHETIC = 1 << 29;

    private CellKey() {}

    /**
     * The key of a cell.
     *
     * @param category number of the category, 0 to 255
     * @param hour the {@link ReportingHour}, from the year 2000 to the year 2239
     * @param synthetic whether made-up receipts are in it
     */
    public static int of(int category, int hour, boolean synthetic) {
        return category << CATEGORY_SHIFT | hour | (synthetic ? SYNTHETIC : 0);
    }

    /** Number of the category. */
    public static int category(int key) {
        return (key >>> CATEGORY_SHIFT) & LARGEST_CATEGORY;
    }

    /** The {@link ReportingHour}. */
    public static int hour(int key) {
        return key & LAST_HOUR;
    }

    /** Whether made-up receipts are in it. */
    public static boolean isSynthetic(int key) {
        return (key & SYNTHETIC) != 0;
    }
}
