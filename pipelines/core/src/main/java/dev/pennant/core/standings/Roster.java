package dev.pennant.core.standings;

import java.util.Comparator;
import java.util.List;

/** The units that take part in one period, in the order of their codes. */
public final class Roster {
    private final List<CompetitionUnit> units;

    /**
     * A roster.
     *
     * @param units the units, in any order
     */
    public Roster(List<CompetitionUnit> units) {
        this.units = units.stream()
                .sorted(Comparator.comparing(CompetitionUnit::code))
                .toList();
    }

    /** How many there are. */
    int size() {
        return units.size();
    }

    /** The unit at a place of the order. */
    CompetitionUnit unit(int place) {
        return units.get(place);
    }

    /** All of them. */
    public List<CompetitionUnit> units() {
        return units;
    }
}
