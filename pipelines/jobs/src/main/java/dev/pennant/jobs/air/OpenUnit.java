package dev.pennant.jobs.air;

import dev.pennant.core.air.UnitDay;
import dev.pennant.core.air.UnitYear;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.flink.api.common.state.MapState;

/** A unit while it is worked on: the days and years that were looked at since it last told, unpacked. */
final class OpenUnit {
    private final UnitShelf shelf;
    private final Map<Integer, UnitDay> days = new TreeMap<>();
    private final Map<Integer, Optional<UnitYear>> years = new HashMap<>();
    private final Map<Integer, NavigableSet<Integer>> changedDays = new TreeMap<>();
    private int keptFrom;
    private boolean hasStations;

    /** @param shelf gives days and years of the unit that is the current key, which has to be this one whenever it is worked on */
    OpenUnit(UnitShelf shelf) {
        this.shelf = shelf;
    }

    /** A unit's packed days and years. */
    record UnitShelf(MapState<Integer, Packed> days, MapState<Integer, Packed> years) {}

    UnitDay day(int day) throws Exception {
        UnitDay open = days.get(day);
        if (open == null) {
            Packed packed = shelf.days().get(day);
            open = packed == null ? new UnitDay(day) : UnitDay.read(packed.read());
            days.put(day, open);
        }
        return open;
    }

    /** A day as it stands, without opening it; nothing where its hours are not kept. */
    Optional<UnitDay> standing(int day) throws Exception {
        UnitDay open = days.get(day);
        return open == null
                ? Optional.ofNullable(shelf.days().get(day)).map(packed -> UnitDay.read(packed.read()))
                : Optional.of(open);
    }

    /** The days that are open; every one of them has changed. */
    Map<Integer, UnitDay> days() {
        return days;
    }

    /** Takes note that a station's day came to it, or left it. */
    void stationChanged() {
        hasStations = true;
    }

    /** Whether a station's day came to it or left it since it last told: what a lost run told of it meanwhile may stand, and has to be taken back. */
    boolean isOfStations() {
        return hasStations;
    }

    /** A year, unless nothing is known of it. */
    Optional<UnitYear> year(int year) throws Exception {
        Optional<UnitYear> open = years.get(year);
        if (open == null) {
            open = Optional.ofNullable(shelf.years().get(year)).map(packed -> UnitYear.read(packed.read()));
            years.put(year, open);
        }
        return open;
    }

    /** A year that is going to change. */
    UnitYear changingYear(int year) throws Exception {
        UnitYear known = year(year).orElseGet(() -> new UnitYear(year));
        years.put(year, Optional.of(known));
        return known;
    }

    /** Takes note that the statistics a day bears on are to be told. */
    void changed(int year, int day) {
        changedDays.computeIfAbsent(year, first -> new TreeSet<>()).add(day);
    }

    /** The years in which any day has changed. */
    Set<Integer> changedYears() {
        return changedDays.keySet();
    }

    /** The days of a year that have changed. */
    NavigableSet<Integer> changedDays(int year) {
        return changedDays.getOrDefault(year, new TreeSet<>());
    }

    int keptFrom() {
        return keptFrom;
    }

    void keptFrom(int year) {
        keptFrom = Math.max(keptFrom, year);
    }

    /** Puts the days and the changed years back on the shelf. */
    void putBack() throws Exception {
        for (Map.Entry<Integer, UnitDay> day : days.entrySet()) {
            if (day.getValue().stations() == 0) {
                shelf.days().remove(day.getKey());
            } else {
                shelf.days().put(day.getKey(), Packed.of(day.getValue()::write));
            }
        }
        for (Integer changed : changedDays.keySet()) {
            shelf.years().put(changed, Packed.of(year(changed).orElseThrow()::write));
        }
    }
}
