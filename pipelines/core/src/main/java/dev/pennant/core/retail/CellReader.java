package dev.pennant.core.retail;

import dev.pennant.core.period.ReportingHour;

/** Reads cells of sales that a {@link CellWriter} wrote, one at each {@link #next()}. Belongs to one thread. */
public final class CellReader {
    private byte[] bytes;
    private int position;
    private int end;

    private int key;
    private int receipts;
    private long sales;
    private long refunds;

    /**
     * Begins to read cells.
     *
     * @param cells where they stand, not changed
     * @param length how many bytes they take, from the first on
     */
    public void reset(byte[] cells, int length) {
        bytes = cells;
        position = 0;
        end = length;
    }

    /** Goes to the next cell, or says that there is none. */
    public boolean next() {
        if (position >= end) {
            return false;
        }
        key = CellCodec.readKey(bytes, position);
        position += Integer.BYTES;
        receipts = (int) number();
        sales = number();
        refunds = CellCodec.hasRefunds(key) ? number() : 0;
        return true;
    }

    /** The {@link CellKey}. */
    public int key() {
        return CellCodec.withoutMark(key);
    }

    /** Number of the category. */
    public int category() {
        return CellKey.category(key);
    }

    /** The {@link ReportingHour}. */
    public int hour() {
        return CellKey.hour(key);
    }

    /** Whether made-up receipts are in it. */
    public boolean synthetic() {
        return CellKey.isSynthetic(key);
    }

    /** How many receipts, refunds among them. */
    public int receipts() {
        return receipts;
    }

    /** Sum of the positive amounts in fen. */
    public long sales() {
        return sales;
    }

    /** Sum of the negative amounts in fen, without their sign. */
    public long refunds() {
        return refunds;
    }

    private long number() {
        byte digit = bytes[position++];
        long number = digit & 0x7F;
        for (int shift = 7; digit < 0; shift += 7) {
            digit = bytes[position++];
            number |= (long) (digit & 0x7F) << shift;
        }
        return number;
    }
}
