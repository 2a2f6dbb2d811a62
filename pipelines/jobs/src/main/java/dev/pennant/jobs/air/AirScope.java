package dev.pennant.jobs.air;

import dev.pennant.core.catalogue.Catalogue;
import dev.pennant.core.catalogue.Unit;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The units of a catalogue and how they lie in each other, as the operators need them. */
final class AirScope implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Of each unit itself and all that it belongs to, from small to large. */
    private final Map<String, List<String>> lineages = new LinkedHashMap<>();

    AirScope(Catalogue catalogue) {
        for (Unit unit : catalogue.units().all()) {
            lineages.put(unit.code(), new ArrayList<>(catalogue.units().lineage(unit.code())));
        }
    }

    /** A unit and all that it belongs to. */
    List<String> lineage(String unit) {
        return lineages.get(unit);
    }

    /** All units. */
    Iterable<String> units() {
        return lineages.keySet();
    }

    @Override
    public String toString() {
        return lineages.toString();
    }
}
