package dev.pennant.core.retail;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * How cells of sales stand in bytes, one after the other: a key of four bytes with the hour, the category and two marks, then as variable-length
 * numbers the receipts, the sales and, where the mark says so, the refunds. A usual cell takes 8 bytes.
 *
 * <p>The key has a fixed length, so that reading it is one load.
 */
final class CellCodec {
    /** The largest number of a category. */
    static final int LARGEST_CATEGORY = 0xFF;

    /** The last hour that can be written, in the year 2239. */
    static final int LAST_HOUR = 0x1F_FFFF;

    /** The most bytes one cell takes: a key, and three numbers of which one has 32 bits and two have 63. */
    static final int LARGEST_CELL = Integer.BYTES + 5 + 9 + 9;

    private static final VarHandle LITTLE_ENDIAN_INT =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int CATEGORY_SHIFT = 21;
    private static final int SYNTHETIC = 1 << 29;
    private static final int REFUNDS = 1 << 30;

    private CellCodec() {}

    /** The key of a cell, without the mark of refunds: the same for every cell of the same category, hour and origin. */
    static int key(int category, int hour, boolean synthetic) {
        return category << CATEGORY_SHIFT | hour | (synthetic ? SYNTHETIC : 0);
    }

    static int category(int key) {
        return key >>> CATEGORY_SHIFT & LARGEST_CATEGORY;
    }

    static int hour(int key) {
        return key & LAST_HOUR;
    }

    static boolean isSynthetic(int key) {
        return (key & SYNTHETIC) != 0;
    }

    static boolean hasRefunds(int key) {
        return (key & REFUNDS) != 0;
    }

    static int withRefunds(int key) {
        return key | REFUNDS;
    }

    static int readKey(byte[] bytes, int at) {
        return (int) LITTLE_ENDIAN_INT.get(bytes, at);
    }

    static int writeKey(byte[] bytes, int at, int key) {
        LITTLE_ENDIAN_INT.set(bytes, at, key);
        return at + Integer.BYTES;
    }

    /** Writes a number that is not negative, seven bits a byte, and says where the next one stands. */
    static int writeNumber(byte[] bytes, int at, long number) {
        int position = at;
        long rest = number;
        while (rest > 0x7F) {
            bytes[position++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[position++] = (byte) rest;
        return position;
    }
}
