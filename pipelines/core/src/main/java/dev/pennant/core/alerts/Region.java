package dev.pennant.core.alerts;

import java.util.Optional;

/** The region that a unit is compared with. */
public enum Region {
    COUNTY(6),
    PREFECTURE(4);

    private final int digits;

    Region(int digits) {
        this.digits = digits;
    }

    /** Whether a unit is such a region. */
    boolean is(String unit) {
        return unit.length() == digits;
    }

    /** Code of a unit's region, which its own code begins with; nothing for the region itself and for what it lies in. */
    public Optional<String> of(String unit) {
        return unit.length() > digits ? Optional.of(unit.substring(0, digits)) : Optional.empty();
    }
}
