package dev.pennant.core.retail;

import dev.pennant.core.packed.NumberReader;
import dev.pennant.core.packed.NumberWriter;
import dev.pennant.core.period.ReportingHour;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** In which unit a store counts from which day on, until the next span begins. */
final class StoreSpans {
    /**
     * One span.
     *
     * @param unit index of the township in the catalogue
     * @param synthetic whether the store is made up
     */
    record Span(int unit, boolean synthetic) {}

    private final NavigableMap<Integer, Span> byFirstDay;

    StoreSpans() {
        this(new TreeMap<>());
    }

    private StoreSpans(NavigableMap<Integer, Span> byFirstDay) {
        this.byFirstDay = byFirstDay;
    }

    /** The spans with one more, or with one replaced. */
    StoreSpans with(int firstDay, Span span) {
        NavigableMap<Integer, Span> changed = new TreeMap<>(byFirstDay);
        changed.put(firstDay, span);
        return new StoreSpans(changed);
    }

    /** The spans without the one that begins on a day. */
    StoreSpans without(int firstDay) {
        NavigableMap<Integer, Span> changed = new TreeMap<>(byFirstDay);
        changed.remove(firstDay);
        return new StoreSpans(changed);
    }

    Collection<Span> all() {
        return byFirstDay.values();
    }

    /** Takes out of the held sales what is in a span. */
    List<JoinedSales> takeOut(HeldSales held) {
        List<JoinedSales> joined = new ArrayList<>();
        for (Map.Entry<Integer, Span> entry : byFirstDay.entrySet()) {
            Integer next = byFirstDay.higherKey(entry.getKey());
            Span span = entry.getValue();
            JoinedSales sales = held.takeOut(
                    entry.getKey(), next == null ? Integer.MAX_VALUE : next, span.unit(), span.synthetic());
            if (sales.count() > 0) {
                joined.add(sales);
            }
        }
        return joined;
    }

    /** By how much the rosters of units differ from those of the spans before, first the units that the store leaves. */
    List<UnitNotice> rosterChanges(StoreSpans before) {
        Map<UnitNotice, Integer> changes = new HashMap<>();
        count(1, changes);
        before.count(-1, changes);
        List<UnitNotice> notices = new ArrayList<>();
        changes.forEach((turn, change) -> {
            if (change != 0) {
                notices.add(UnitNotice.expected(turn.unit(), turn.day(), change));
            }
        });
        return notices;
    }

    /** The first day on which the store was in a unit and now is not there, or as another kind of store. */
    Optional<Integer> firstMoved(StoreSpans before) {
        TreeSet<Integer> turns = new TreeSet<>(byFirstDay.keySet());
        turns.addAll(before.byFirstDay.keySet());
        return turns.stream()
                .filter(day -> before.on(day).isPresent() && !before.on(day).equals(on(day)))
                .findFirst();
    }

    void write(NumberWriter out) {
        out.put(byFirstDay.size());
        byFirstDay.forEach((day, span) -> out.putSigned(day).put(span.unit()).put(span.synthetic() ? 1 : 0));
    }

    static StoreSpans read(NumberReader in) {
        NavigableMap<Integer, Span> read = new TreeMap<>();
        int count = in.nextInt();
        for (int span = 0; span < count; span++) {
            read.put((int) in.nextSigned(), new Span(in.nextInt(), in.nextInt() == 1));
        }
        return new StoreSpans(read);
    }

    private Optional<Span> on(int day) {
        return Optional.ofNullable(byFirstDay.floorEntry(day)).map(Map.Entry::getValue);
    }

    private void count(int sign, Map<UnitNotice, Integer> changes) {
        Optional<Span> previous = Optional.empty();
        for (Map.Entry<Integer, Span> entry : byFirstDay.entrySet()) {
            int day = countedDay(entry.getKey());
            previous.ifPresent(left -> changes.merge(UnitNotice.expected(left.unit(), day, 0), -sign, Integer::sum));
            changes.merge(UnitNotice.expected(entry.getValue().unit(), day, 0), sign, Integer::sum);
            previous = Optional.of(entry.getValue());
        }
    }

    /** Nothing is sold before the first day there is, nor after the last. */
    private static int countedDay(int day) {
        return Math.max(0, Math.min(ReportingHour.day(CellKey.LAST_HOUR), day));
    }
}
