package dev.pennant.core.catalogue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The places of the catalogue and which belongs to which. */
public final class Units {
    private final Map<String, Unit> byCode = new LinkedHashMap<>();

    /** The given places, in their order. */
    Units(Collection<Unit> units) {
        units.forEach(unit -> byCode.put(unit.code(), unit));
    }

    /** All places, prefectures before counties before townships. */
    public Collection<Unit> all() {
        return Collections.unmodifiableCollection(byCode.values());
    }

    /** All places at the township level. */
    public List<Unit> townships() {
        return byCode.values().stream().filter(Unit::isTownship).toList();
    }

    /** The place with the given code. */
    public Optional<Unit> withCode(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** The places with the given name; there can be more than one. */
    public List<Unit> named(String name) {
        return byCode.values().stream().filter(unit -> unit.name().equals(name)).toList();
    }

    /** Whether the code is one of a place at the township level. */
    public boolean isTownship(String code) {
        Unit unit = byCode.get(code);
        return unit != null && unit.isTownship();
    }

    /**
     * The place itself and all it belongs to, from small to large.
     *
     * @throws IllegalArgumentException when there is no such place
     */
    public List<String> lineage(String code) {
        List<String> lineage = new ArrayList<>(3);
        Optional<String> next = Optional.of(code);
        while (next.isPresent()) {
            Unit unit = byCode.get(next.get());
            if (unit == null) {
                throw new IllegalArgumentException("there is no unit " + next.get() + " in the catalogue");
            }
            lineage.add(unit.code());
            next = unit.parent();
        }
        return lineage;
    }
}
