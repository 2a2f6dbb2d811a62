package dev.pennant.jobs.retail;

import dev.pennant.core.retail.StoreDaySales;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/** What one reader counted for the days of each store and has not told yet. */
final class StoreDayFold {
    /**
     * All is told at the latest when there are so many days a store, so that they do not outgrow the processor's caches when years are read at
     * once. With 8 a store the messages are so small that summing them takes 124 ns a record instead of 77.
     */
    private static final int MOST_DAYS_A_STORE = 32;

    /** Few stores need no such care: so many days always fit. */
    private static final int ALWAYS_FIT = 1 << 14;

    private final StoreDaySales days = new StoreDaySales();
    private final IntFunction<String> idOf;
    private final Consumer<StoreDayCells> listener;
    private final StoreDayCells holder = new StoreDayCells();
    private int inHolder = -1;
    private int mostDays = ALWAYS_FIT;

    /**
     * @param idOf the id of a store by its number
     * @param listener is told, and does not keep what it is given
     */
    StoreDayFold(IntFunction<String> idOf, Consumer<StoreDayCells> listener) {
        this.idOf = idOf;
        this.listener = listener;
    }

    void ensureStores(int count) {
        days.ensureStores(count);
        mostDays = Math.max(ALWAYS_FIT, MOST_DAYS_A_STORE * count);
    }

    /** Counts a receipt. */
    void add(int store, int unit, int day, boolean synthetic, long amount) {
        days.add(store, unit, day, synthetic, amount);
        if (days.count() >= mostDays) {
            tell(true);
        }
    }

    /**
     * Tells everything: each store's days together, as far as they are of one unit and kind.
     *
     * @param backlog whether more will follow soon
     */
    void tell(boolean backlog) {
        holder.backlog = backlog;
        days.moveTo(this::take);
        tellHolder();
    }

    private void take(int store, int unit, boolean synthetic, int day, int receipts, long sales, long refunds) {
        if (store != inHolder || unit != holder.unit || synthetic != holder.synthetic) {
            tellHolder();
            inHolder = store;
            holder.storeId = idOf.apply(store);
            holder.unit = unit;
            holder.synthetic = synthetic;
        }
        holder.add(day, sales, refunds, receipts);
    }

    private void tellHolder() {
        if (holder.count > 0) {
            listener.accept(holder);
            holder.count = 0;
        }
        inHolder = -1;
    }
}
