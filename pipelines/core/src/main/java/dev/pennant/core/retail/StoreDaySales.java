package dev.pennant.core.retail;

import dev.pennant.core.period.ReportingHour;
import java.util.Arrays;

/**
 * Sales of stores by day, unit and origin, while they are being counted; emptied from time to time. Stores are numbered densely from 0. A store
 * mostly sells on one day at a time, so its entries are a short list with the latest one first. Money is in fen.
 */
public final class StoreDaySales {
    /** Beyond so many entries a store gets a second one of the same day rather than a longer search: they are summed later anyway. */
    private static final int LONGEST_SEARCH = 8;

    private static final int NONE = -1;

    private static final int ENTRY = 4;
    private static final int LINK = 1;
    private static final int SALES = 2;
    private static final int REFUNDS = 3;

    private int[] latest = new int[0];
    private int[] touched = new int[0];
    private int touchedCount;

    /** Entry by entry: its key, the store's earlier entry with the receipts, sales and refunds. */
    private long[] entries = new long[64 * ENTRY];

    private int count;

    /** Makes room for stores up to the given number. */
    public void ensureStores(int stores) {
        if (stores > latest.length) {
            int before = latest.length;
            latest = Arrays.copyOf(latest, Math.max(stores, 2 * before));
            Arrays.fill(latest, before, latest.length, NONE);
            touched = Arrays.copyOf(touched, latest.length);
        }
    }

    /**
     * Counts a receipt.
     *
     * @param store number of the store
     * @param unit number of the unit in which it counts
     * @param day the day, of {@link ReportingHour}
     * @param synthetic whether it is made up
     * @param amount what was paid, negative for a refund
     */
    public void add(int store, int unit, int day, boolean synthetic, long amount) {
        int entry = entry(store, (long) day << 32 | (long) unit << 1 | (synthetic ? 1 : 0));
        // The receipts are the lower half of the link.
        entries[entry + LINK]++;
        if (amount >= 0) {
            entries[entry + SALES] += amount;
        } else {
            entries[entry + REFUNDS] -= amount;
        }
    }

    /** How many entries there are. */
    public int count() {
        return count;
    }

    /** Hands out all entries, those of a store together, and begins anew. */
    public void moveTo(Taker taker) {
        for (int i = 0; i < touchedCount; i++) {
            int store = touched[i];
            for (int entry = latest[store]; entry != NONE; entry = earlier(entry)) {
                long key = entries[entry];
                taker.take(
                        store,
                        (int) key >>> 1,
                        (key & 1) != 0,
                        (int) (key >> 32),
                        (int) entries[entry + LINK],
                        entries[entry + SALES],
                        entries[entry + REFUNDS]);
            }
            latest[store] = NONE;
        }
        touchedCount = 0;
        count = 0;
    }

    private int entry(int store, long key) {
        int entry = latest[store];
        for (int searched = 0; entry != NONE && searched < LONGEST_SEARCH; searched++) {
            if (entries[entry] == key) {
                return entry;
            }
            entry = earlier(entry);
        }
        return begin(store, key);
    }

    private int begin(int store, long key) {
        int entry = ENTRY * count;
        if (entry == entries.length) {
            entries = Arrays.copyOf(entries, 2 * entry);
        }
        if (latest[store] == NONE) {
            touched[touchedCount++] = store;
        }
        entries[entry] = key;
        entries[entry + LINK] = (long) latest[store] << Integer.SIZE;
        entries[entry + SALES] = 0;
        entries[entry + REFUNDS] = 0;
        latest[store] = entry;
        count++;
        return entry;
    }

    private int earlier(int entry) {
        return (int) (entries[entry + LINK] >> Integer.SIZE);
    }

    /** Takes what was counted. */
    @FunctionalInterface
    public interface Taker {
        /**
         * Takes an entry.
         *
         * @param store number of the store
         * @param unit number of the unit in which it counts
         * @param synthetic whether it is made up
         * @param day the day, of {@link ReportingHour}
         * @param receipts how many receipts, refunds among them
         * @param sales sum of the positive amounts
         * @param refunds sum of the negative ones, without their sign
         */
        void take(int store, int unit, boolean synthetic, int day, int receipts, long sales, long refunds);
    }
}
