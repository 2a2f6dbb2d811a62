package dev.pennant.core.retail;

import dev.pennant.core.packed.NumberReader;
import dev.pennant.core.packed.NumberWriter;

/**
 * Sales, refunds and receipts of a span of hours or days, one slot each. Amounts are in fen and not negative.
 *
 * <p>A copy shares the arrays until either side writes: a checkpoint copies every block of a unit, and few of them change before the next one.
 */
public final class SalesBlock {
    private final int slots;
    private long[] sales;
    /** None until the first refund: most blocks of a small unit never have one. */
    private long[] refunds;

    private int[] receipts;
    private boolean shared;

    /** A block in which nothing was sold. */
    public SalesBlock(int slots) {
        this.slots = slots;
        sales = new long[slots];
        receipts = new int[slots];
    }

    private SalesBlock(SalesBlock original) {
        original.shared = true;
        slots = original.slots;
        sales = original.sales;
        refunds = original.refunds;
        receipts = original.receipts;
        shared = true;
    }

    /** A copy that does not change with this one. */
    public SalesBlock copy() {
        return new SalesBlock(this);
    }

    /** Adds to a slot. */
    public void add(int slot, long moreSales, long moreRefunds, int moreReceipts) {
        if (shared) {
            ownArrays();
        }
        sales[slot] += moreSales;
        receipts[slot] += moreReceipts;
        if (moreRefunds != 0) {
            if (refunds == null) {
                refunds = new long[slots];
            }
            refunds[slot] += moreRefunds;
        }
    }

    /** How many slots there are. */
    public int slots() {
        return slots;
    }

    public long sales(int slot) {
        return sales[slot];
    }

    public long refunds(int slot) {
        return refunds == null ? 0 : refunds[slot];
    }

    public int receipts(int slot) {
        return receipts[slot];
    }

    /** Sales less refunds of the slots from one on until another, exclusive. */
    public long net(int from, int until) {
        long net = 0;
        for (int slot = from; slot < until; slot++) {
            net += sales[slot];
        }
        if (refunds != null) {
            for (int slot = from; slot < until; slot++) {
                net -= refunds[slot];
            }
        }
        return net;
    }

    /** Writes the slots in which anything was sold: how many empty ones are before it, receipts, sales and refunds. */
    public void write(NumberWriter out) {
        int empty = 0;
        for (int slot = 0; slot < slots; slot++) {
            if (receipts[slot] == 0) {
                empty++;
                continue;
            }
            // Most slots follow another one and most have no refunds: then one number tells both and the receipts.
            boolean plain = empty == 0 && refunds(slot) == 0;
            out.put((long) receipts[slot] << 1 | (plain ? 0 : 1)).put(sales[slot]);
            if (!plain) {
                out.put(empty).put(refunds(slot));
            }
            empty = 0;
        }
        out.put(0);
    }

    /** Reads what {@link #write} wrote. */
    public static SalesBlock read(int slots, NumberReader in) {
        SalesBlock read = new SalesBlock(slots);
        int slot = 0;
        for (long head = in.next(); head != 0; head = in.next()) {
            long sold = in.next();
            boolean plain = (head & 1) == 0;
            slot += plain ? 0 : in.nextInt();
            read.add(slot++, sold, plain ? 0 : in.next(), (int) (head >>> 1));
        }
        return read;
    }

    private void ownArrays() {
        sales = sales.clone();
        receipts = receipts.clone();
        refunds = refunds == null ? null : refunds.clone();
        shared = false;
    }
}
