package dev.pennant.core.retail;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** The days of one store while they are worked on: adds sales, and tells the days that have changed since it last told. */
public final class StoreBook {
    private static final int DAYS = Integer.SIZE;
    private static final int INDEX_BITS = 16;
    private static final int INDEX = (1 << INDEX_BITS) - 1;

    private final String storeId;
    private final StoreDays days;
    private final BlockShelf shelf;
    private final Map<Integer, OpenBlock> open = new HashMap<>();

    /** Days of one unit that are being worked on, with a mark at each that has changed. */
    private static final class OpenBlock {
        private final SalesBlock sales;
        private int changed;
        private boolean written;

        private OpenBlock(SalesBlock sales) {
            this.sales = sales;
        }
    }

    /** Opens a store of which everything has been told. */
    public StoreBook(String storeId, StoreDays days, BlockShelf shelf) {
        this.storeId = storeId;
        this.days = days;
        this.shelf = shelf;
    }

    /** Adds what was sold on a day. */
    public void add(int unit, int day, long sales, long refunds, int receipts, boolean synthetic) {
        OpenBlock block = mark(unit, day);
        block.sales.add(day % DAYS, sales, refunds, receipts);
        block.written = true;
        days.sold(unit, day, synthetic);
        markLeft(day);
    }

    /** Takes note of a day of which sales wait for a registration: a lost run may have counted them where the store was then. */
    public void held(int day) {
        days.reach(day);
        markLeft(day);
    }

    /** Tells the days of a unit again in which the store may once have counted, now and whenever a day changes. */
    public void left(int unit, int fromDay) {
        days.left(unit, fromDay);
        for (int day = Math.max(fromDay, days.firstDay()); day <= days.lastDay(); day++) {
            mark(unit, day);
        }
    }

    /** Tells the days that have changed. */
    public void tell(Consumer<StoreDay> out) {
        open.forEach((key, block) -> {
            int unit = key >>> INDEX_BITS;
            int firstDay = (key & INDEX) * DAYS;
            for (int marks = block.changed; marks != 0; marks &= marks - 1) {
                int slot = Integer.numberOfTrailingZeros(marks);
                out.accept(new StoreDay(
                        storeId,
                        unit,
                        firstDay + slot,
                        block.sales.sales(slot),
                        block.sales.refunds(slot),
                        block.sales.receipts(slot),
                        days.isSynthetic(unit, firstDay + slot),
                        days.version()));
            }
            block.changed = 0;
        });
    }

    /** Puts everything back on the shelf; what was not told is forgotten to be told. */
    public void putBack() {
        open.forEach((key, block) -> {
            if (block.written) {
                shelf.putBlock(key, block.sales);
            }
        });
        open.clear();
    }

    /** What has to be kept with the shelf. */
    public StoreDays days() {
        return days;
    }

    private void markLeft(int day) {
        for (int unit : days.leftOn(day)) {
            mark(unit, day);
        }
    }

    private OpenBlock mark(int unit, int day) {
        OpenBlock block = open.computeIfAbsent(unit << INDEX_BITS | day / DAYS, key -> {
            SalesBlock kept = shelf.block(key);
            return new OpenBlock(kept == null ? new SalesBlock(DAYS) : kept);
        });
        // A shift of an int takes its count modulo 32.
        block.changed |= 1 << day;
        return block;
    }
}
