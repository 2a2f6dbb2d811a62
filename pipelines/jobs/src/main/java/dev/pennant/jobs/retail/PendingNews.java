package dev.pennant.jobs.retail;

import dev.pennant.core.retail.CellWriter;
import dev.pennant.core.retail.SalesCells;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** What stores' own books are to be told next. Stores go by their numbers. */
final class PendingNews {
    private final Map<Integer, Pending> stores = new HashMap<>();
    private final CellWriter writer = new CellWriter();

    private static final class Pending {
        private final SalesCells held = new SalesCells();
        private final IntStream.Builder firstSales = IntStream.builder();
    }

    /** A receipt that counts nowhere yet. */
    void hold(int store, int cell, long amount) {
        pending(store).held.add(cell, amount);
    }

    /** A store sold in a unit in the year of a day, on that day or earlier. */
    void sold(int store, int unit, int day) {
        pending(store).firstSales.add(unit).add(day);
    }

    /** Tells everything, and begins anew. */
    void tell(IntFunction<String> idOf, Consumer<StoreNews> listener) {
        stores.forEach((store, pending) -> {
            writer.clear();
            pending.held.writeTo(writer);
            int[] firstSales = pending.firstSales.build().toArray();
            listener.accept(new StoreNews(idOf.apply(store), writer.count(), writer.copy(), firstSales));
        });
        stores.clear();
    }

    private Pending pending(int store) {
        return stores.computeIfAbsent(store, first -> new Pending());
    }
}
