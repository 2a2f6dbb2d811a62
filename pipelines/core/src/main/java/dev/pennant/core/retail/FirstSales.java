package dev.pennant.core.retail;

import dev.pennant.core.packed.NumberReader;
import dev.pennant.core.packed.NumberWriter;
import dev.pennant.core.period.ReportingDay;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntPredicate;

/** On which day a store first sold in each unit in each year. */
final class FirstSales {
    private final NavigableMap<Long, Integer> days = new TreeMap<>();

    /** Takes note of a sale in a unit on a day, and says what that changes for the unit. */
    List<UnitNotice> sold(int unit, int day) {
        long key = (long) unit << Integer.SIZE | ReportingDay.year(day);
        Integer known = days.get(key);
        if (known != null && known <= day) {
            return List.of();
        }
        days.put(key, day);
        UnitNotice first = UnitNotice.reported(unit, day, 1);
        return known == null ? List.of(first) : List.of(UnitNotice.reported(unit, known, -1), first);
    }

    /** The units in which it has sold. */
    Set<Integer> units() {
        Set<Integer> units = new TreeSet<>();
        days.keySet().forEach(key -> units.add((int) (key >>> Integer.SIZE)));
        return units;
    }

    /** Of each year the days on which it began to sell in a unit of a group, having sold in another one of the group before. */
    List<Integer> again(IntPredicate group) {
        Map<Integer, List<Integer>> byYear = new TreeMap<>();
        days.forEach((key, day) -> {
            if (group.test((int) (key >>> Integer.SIZE))) {
                byYear.computeIfAbsent(key.intValue(), first -> new ArrayList<>())
                        .add(day);
            }
        });
        List<Integer> again = new ArrayList<>();
        for (List<Integer> began : byYear.values()) {
            Collections.sort(began);
            again.addAll(began.subList(1, began.size()));
        }
        return again;
    }

    void write(NumberWriter out) {
        out.put(days.size());
        days.forEach((key, day) -> out.put(key).put(day));
    }

    static FirstSales read(NumberReader in) {
        FirstSales read = new FirstSales();
        int count = in.nextInt();
        for (int first = 0; first < count; first++) {
            read.days.put(in.next(), in.nextInt());
        }
        return read;
    }
}
