package dev.pennant.core.retail;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A reader of some of the stores' receipts: counts each once, places it by the registrations that it knows, and tells what it counted. */
final class Reader {
    /** Cells for a unit, or for a store's ledger. */
    @SuppressWarnings("ArrayRecordComponent")
    record Told(boolean held, int unitOrStore, int frontier, byte[] cells, List<Sale> sales) {}

    private final List<Store> stores;
    private final Set<Integer> registered = new HashSet<>();
    private final Set<Sale> seen = new HashSet<>();
    private final List<Sale> unflushed = new ArrayList<>();
    private int frontier = -1;

    Reader(List<Store> stores) {
        this.stores = stores;
    }

    Reader(Reader other) {
        this(other.stores);
        registered.addAll(other.registered);
        seen.addAll(other.seen);
        frontier = other.frontier;
    }

    void register(int store) {
        registered.add(store);
    }

    void read(Sale sale) {
        if (seen.add(sale)) {
            unflushed.add(sale);
            frontier = Math.max(frontier, sale.hour());
        }
    }

    /** Everything since the last time; every unit is told how far time has gone. */
    List<Told> flush() {
        Map<Integer, List<Sale>> byUnit = new HashMap<>();
        Map<Integer, List<Sale>> byStore = new HashMap<>();
        for (int unit = 0; unit < Season.UNITS; unit++) {
            byUnit.put(unit, new ArrayList<>());
        }
        for (Sale sale : unflushed) {
            Store store = stores.get(sale.store());
            if (registered.contains(store.number()) && store.unitOn(sale.day()).isPresent()) {
                byUnit.get(store.unitOn(sale.day()).get()).add(sale);
            } else {
                byStore.computeIfAbsent(store.number(), number -> new ArrayList<>())
                        .add(sale);
            }
        }
        unflushed.clear();
        List<Told> told = new ArrayList<>();
        byUnit.forEach((unit, sales) -> told.add(new Told(false, unit, frontier, cells(sales), sales)));
        byStore.forEach((store, sales) -> told.add(new Told(true, store, frontier, cells(sales), List.of())));
        return told;
    }

    private byte[] cells(List<Sale> sales) {
        CellWriter writer = new CellWriter();
        for (Sale sale : sales) {
            writer.add(
                    sale.category(),
                    sale.hour(),
                    sale.synthetic() || stores.get(sale.store()).synthetic(),
                    1,
                    Math.max(0, sale.amount()),
                    Math.max(0, -sale.amount()));
        }
        return writer.copy();
    }
}
