package dev.pennant.core.retail;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * How cells of sales stand in bytes, one after the other: the {@link CellKey} in four bytes, with a mark, then as variable-length
 * numbers the receipts, the sales and, where the mark says so, the refunds. A usual cell takes 8 bytes.
 *
 * <p>The key has a fixed length, so that reading it is one load.
 */
final class CellCodec {
    /** The most bytes one cell takes: a key, and three numbers of which one has 32 bits and two have 63. */
    static final int LARGEST_CELL = Integer.BYTES + 5 + 9 + 9;

    private static final VarHandle LITTLE_ENDIAN_INT =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    /** A bit that {@link CellKey} leaves free. */
    private static final int REFUNDS = 1 << 30;

    private CellCodec() {}

    static boolean hasRefunds(int key) {
        return (key & REFUNDS) != 0;
    }

    static int withRefunds(int key) {
        return key | REFUNDS;
    }

    static int withoutMark(int key) {
        return key & ~REFUNDS;
    }

    static int readKey(byte[] bytes, int at) {
        return (int) LITTLE_ENDIAN_INT.get(bytes, at);
    }

    static int writeKey(byte[] bytes, int at, int key) {
        LITTLE_ENDIAN_INT.set(bytes, at, key);
        return at + Integer.BYTES;
    }
}
