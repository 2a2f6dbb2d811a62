package dev.pennant.core.report;

import java.io.Serializable;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The units of the catalogue, from the township upwards: they stand from the beginning, and are never registered. */
public final class UpperUnits implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int TOWNSHIP_DIGITS = 9;

    private final TreeMap<String, String> kinds;
    private final TreeMap<String, String> parents;

    /**
     * @param kinds the kind of each code
     * @param parents the parent of each code but those at the top
     */
    public UpperUnits(Map<String, String> kinds, Map<String, String> parents) {
        this.kinds = new TreeMap<>(kinds);
        this.parents = new TreeMap<>(parents);
    }

    /** Where a unit of the catalogue stands; nothing for any other. */
    Optional<Place> place(String code) {
        return Optional.ofNullable(kinds.get(code))
                .map(kind -> new Place(kind, Optional.ofNullable(parents.get(code))));
    }

    /** Whether a code begins with that of a township of the catalogue, and goes on. */
    boolean isBelowTownship(String code) {
        return code.length() > TOWNSHIP_DIGITS && kinds.containsKey(code.substring(0, TOWNSHIP_DIGITS));
    }

    /** Whether a code is that of a township of the catalogue. */
    boolean isTownship(String code) {
        return code.length() == TOWNSHIP_DIGITS && kinds.containsKey(code);
    }

    /** How many direct parts of a unit, all of the catalogue, can have an indicator themselves or have parts of the catalogue that can. */
    int partsWith(ReportedIndicator indicator, String code) {
        int parts = 0;
        for (Map.Entry<String, String> entry : parents.entrySet()) {
            if (entry.getValue().equals(code) && concerns(indicator, entry.getKey())) {
                parts++;
            }
        }
        return parts;
    }

    private boolean concerns(ReportedIndicator indicator, String code) {
        return indicator.isFor(kinds.get(code)) || partsWith(indicator, code) > 0;
    }

    @Override
    public String toString() {
        return kinds + " " + parents;
    }
}
