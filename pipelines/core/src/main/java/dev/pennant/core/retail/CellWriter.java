package dev.pennant.core.retail;

import dev.pennant.core.packed.NumberWriter;
import dev.pennant.core.period.ReportingHour;
import java.util.Arrays;

/** Writes cells of sales into a byte array that it keeps and lets grow; {@link CellReader} reads them. Belongs to one thread. */
public final class CellWriter {
    private byte[] bytes = new byte[256];
    private int length;
    private int count;

    /** Begins anew, over the bytes written before. */
    public void clear() {
        length = 0;
        count = 0;
    }

    /**
     * Adds a cell.
     *
     * @param category number of the category, 0 to 255
     * @param hour the {@link ReportingHour}, from the year 2000 to the year 2239
     * @param synthetic whether made-up receipts are in it
     * @param receipts how many receipts, refunds among them
     * @param sales sum of the positive amounts in fen, not negative
     * @param refunds sum of the negative ones without their sign in fen, not negative
     */
    public void add(int category, int hour, boolean synthetic, int receipts, long sales, long refunds) {
        add(CellKey.of(category, hour, synthetic), receipts, sales, refunds);
    }

    void add(int key, int receipts, long sales, long refunds) {
        if (bytes.length - length < CellCodec.LARGEST_CELL) {
            bytes = Arrays.copyOf(bytes, 2 * bytes.length);
        }
        int position = CellCodec.writeKey(bytes, length, refunds == 0 ? key : CellCodec.withRefunds(key));
        position = NumberWriter.write(bytes, position, receipts);
        position = NumberWriter.write(bytes, position, sales);
        if (refunds != 0) {
            position = NumberWriter.write(bytes, position, refunds);
        }
        length = position;
        count++;
    }

    /** How many cells were added. */
    public int count() {
        return count;
    }

    /** How many bytes of {@link #bytes()} they take. */
    public int length() {
        return length;
    }

    /** The writer's own array, overwritten after {@link #clear()}. */
    public byte[] bytes() {
        return bytes;
    }

    /** The cells as an array of their own. */
    public byte[] copy() {
        return Arrays.copyOf(bytes, length);
    }
}
