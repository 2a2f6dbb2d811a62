package dev.pennant.core.standings;

import dev.pennant.core.report.Filing;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** The adjustments of a competition and period; what they come to does not depend on the order in which they came. */
public final class AdjustmentLedger {
    private static final Comparator<Adjustment> IDENTITY =
            Comparator.comparing(Adjustment::adjustedAt).thenComparing(Adjustment::reason);

    private final TreeMap<String, TreeMap<Adjustment, Adjustment>> units = new TreeMap<>();

    /** All entries, by unit and time. */
    public List<Adjustment> entries() {
        return units.values().stream()
                .flatMap(entries -> entries.values().stream())
                .toList();
    }

    /** Enters an adjustment, unless it stands already; one that stands with other words or points is not replaced. */
    public Filing enter(Adjustment adjustment) {
        Adjustment known = units.computeIfAbsent(adjustment.unit(), unit -> new TreeMap<>(IDENTITY))
                .putIfAbsent(adjustment, adjustment);
        if (known == null) {
            return Filing.APPLIED;
        }
        return known.equals(adjustment) ? Filing.SUPERSEDED : Filing.CONFLICTING;
    }

    /** The points of a unit's entries together, in the last decimal of points. */
    long points(String unit) {
        long points = 0;
        for (Adjustment entry : of(unit)) {
            points += entry.points().unscaledValue().longValueExact();
        }
        return points;
    }

    /** The veto that stands against a unit, if any: the last word of a unit's vetoes and their liftings counts, of two at one time the veto. */
    Optional<Adjustment> veto(String unit) {
        Optional<Adjustment> standing = Optional.empty();
        for (Adjustment entry : of(unit)) {
            if (entry.kind() == Adjustment.Kind.VETO) {
                standing = Optional.of(entry);
            } else if (entry.kind() == Adjustment.Kind.VETO_LIFTED
                    && standing.filter(veto -> veto.adjustedAt().equals(entry.adjustedAt()))
                            .isEmpty()) {
                standing = Optional.empty();
            }
        }
        return standing;
    }

    /** Whether nothing was ever adjusted. */
    boolean isEmpty() {
        return units.isEmpty();
    }

    /** A copy that does not change with this one. */
    public AdjustmentLedger copy() {
        AdjustmentLedger copy = new AdjustmentLedger();
        units.forEach((unit, entries) -> copy.units.put(unit, new TreeMap<>(entries)));
        return copy;
    }

    private Collection<Adjustment> of(String unit) {
        TreeMap<Adjustment, Adjustment> entries = units.get(unit);
        return entries == null ? List.of() : entries.values();
    }
}
