package dev.pennant.core.retail;

import dev.pennant.core.period.ReportingHour;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Where every store counts, by all the registrations heard of so far. Registrations may be heard again and in any order. */
public final class StorePlacements {
    private final Map<String, NavigableMap<Integer, Heard>> stores = new HashMap<>();

    /**
     * A registration, or the withdrawal of one, and where it stands in its topic.
     *
     * @param unit number of the unit, {@link Placement#NOWHERE} for a withdrawal
     * @param position the later of two messages about the same day has the greater one
     */
    private record Heard(int unit, boolean synthetic, long position) {}

    /**
     * Hears of a registration.
     *
     * @param storeId the store
     * @param firstDay from which day on it counts there, of {@link ReportingHour}
     * @param unit number of the unit
     * @param synthetic whether the store is made up
     * @param position where the message stands among those about the same store
     * @return whether that is news; what stands before what was heard already is not
     */
    public boolean register(String storeId, int firstDay, int unit, boolean synthetic, long position) {
        return hear(storeId, firstDay, new Heard(unit, synthetic, position));
    }

    /** Hears that the registration from a day on is withdrawn; parameters and answer as for one. */
    public boolean withdraw(String storeId, int firstDay, long position) {
        return hear(storeId, firstDay, new Heard(Placement.NOWHERE, false, position));
    }

    /** Where a store counts on a day, and for how long before and after it counts there. */
    public Placement on(String storeId, int day) {
        NavigableMap<Integer, Heard> spans = stores.get(storeId);
        if (spans == null) {
            return new Placement(Placement.NOWHERE, false, Integer.MIN_VALUE, Integer.MAX_VALUE);
        }
        Map.Entry<Integer, Heard> span = spans.floorEntry(day);
        while (span != null && span.getValue().unit == Placement.NOWHERE) {
            span = spans.lowerEntry(span.getKey());
        }
        Integer end = spans.higherKey(day);
        while (end != null && spans.get(end).unit == Placement.NOWHERE) {
            end = spans.higherKey(end);
        }
        int endDay = end == null ? Integer.MAX_VALUE : end;
        return span == null
                ? new Placement(Placement.NOWHERE, false, Integer.MIN_VALUE, endDay)
                : new Placement(span.getValue().unit, span.getValue().synthetic, span.getKey(), endDay);
    }

    private boolean hear(String storeId, int firstDay, Heard heard) {
        NavigableMap<Integer, Heard> spans = stores.computeIfAbsent(storeId, unknown -> new TreeMap<>());
        Heard before = spans.get(firstDay);
        if (before != null && before.position >= heard.position) {
            return false;
        }
        spans.put(firstDay, heard);
        return true;
    }

    /**
     * Where a store counts for a time.
     *
     * @param unit number of the unit, or {@link #NOWHERE} where no registration is in force
     * @param synthetic whether the store is made up
     * @param firstDay the first day, of {@link ReportingHour}
     * @param endDay the day after the last
     */
    public record Placement(int unit, boolean synthetic, int firstDay, int endDay) {
        /** No unit. */
        public static final int NOWHERE = -1;
    }
}
