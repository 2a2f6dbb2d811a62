package dev.pennant.jobs.retail;

import dev.pennant.core.retail.StoreDaySales;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/** What one reader counted for the days of each store and has not told yet. */
final class StoreDayFold {
    private final StoreDaySales days = new StoreDaySales();
    private final IntFunction<String> idOf;
    private final Consumer<StoreDayCells> listener;
    private final StoreDayCells holder = new StoreDayCells();
    private int held = -1;

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
    }

    /** Counts a receipt. */
    void add(int store, int unit, int day, boolean synthetic, long amount) {
        days.add(store, unit, day, synthetic, amount);
    }

    /** Tells everything: each store's days together, as far as they are of one unit and kind. */
    void tell() {
        days.moveTo(this::take);
        tellHeld();
    }

    private void take(int store, int unit, boolean synthetic, int day, int receipts, long sales, long refunds) {
        if (store != held || unit != holder.unit || synthetic != holder.synthetic) {
            tellHeld();
            held = store;
            holder.storeId = idOf.apply(store);
            holder.unit = unit;
            holder.synthetic = synthetic;
        }
        holder.add(day, sales, refunds, receipts);
    }

    private void tellHeld() {
        if (holder.count > 0) {
            listener.accept(holder);
            holder.count = 0;
        }
        held = -1;
    }
}
