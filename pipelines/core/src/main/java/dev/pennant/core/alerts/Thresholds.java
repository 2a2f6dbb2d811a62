package dev.pennant.core.alerts;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * A limit or target, which may be another for some units.
 *
 * @param usual of every unit that has none of its own
 * @param byUnit by the code of the unit
 */
public record Thresholds(Optional<BigDecimal> usual, Map<String, BigDecimal> byUnit) {
    public Thresholds {
        byUnit = Map.copyOf(byUnit);
    }

    /** The same for all. */
    public static Thresholds of(BigDecimal usual) {
        return new Thresholds(Optional.of(usual), Map.of());
    }

    Optional<BigDecimal> of(String unit) {
        return Optional.ofNullable(byUnit.get(unit)).or(() -> usual);
    }
}
