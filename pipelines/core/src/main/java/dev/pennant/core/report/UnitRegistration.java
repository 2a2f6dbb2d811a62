package dev.pennant.core.report;

import java.util.Optional;

/**
 * A unit below the township. One by code: a later message replaces it.
 *
 * @param code code of the unit; it begins with its parent's
 * @param name its name
 * @param kind what it is
 * @param parent code of the unit it is a part of: its township, or a unit registered in it
 * @param synthetic whether the unit is made up
 */
public record UnitRegistration(String code, String name, LowerKind kind, String parent, boolean synthetic) {
    /** Where it stands by this registration. */
    Place place() {
        return new Place(kind.id(), Optional.of(parent));
    }
}
