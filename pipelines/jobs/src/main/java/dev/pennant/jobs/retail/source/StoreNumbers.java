package dev.pennant.jobs.retail.source;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The numbers, from 0 on, under which one reader speaks of stores. A store has its number once one of its receipts was judged and taken, so a
 * store that is found has an id that is as it should be. Belongs to the thread that fetches.
 */
final class StoreNumbers {
    private final Names known = new Names();
    private final Map<String, Integer> byId = new HashMap<>();
    private final List<String> untold = new ArrayList<>();

    /** The number of the store with an id, or {@link Names#UNKNOWN}. */
    int find(byte[] bytes, int from, int length) {
        return known.find(bytes, from, length);
    }

    /** The number of a store, a new one for a store that has none. */
    int of(String storeId) {
        Integer number = byId.get(storeId);
        if (number == null) {
            number = byId.size();
            byId.put(storeId, number);
            known.add(storeId.getBytes(StandardCharsets.UTF_8), number);
            untold.add(storeId);
        }
        return number;
    }

    /** The stores numbered since this was asked last, in the order of their numbers. */
    List<String> takeUntold() {
        if (untold.isEmpty()) {
            return List.of();
        }
        List<String> stores = List.copyOf(untold);
        untold.clear();
        return stores;
    }
}
