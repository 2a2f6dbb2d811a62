package dev.pennant.core.alerts;

import java.util.Set;

/**
 * Of which units a rule speaks.
 *
 * @param kinds kinds of units, as the catalogue spells them; {@link #LOWER} for all below the township
 * @param codes further units, one by one
 */
public record RuleUnits(Set<String> kinds, Set<String> codes) {
    /** Every unit below the township: villages, quarters, buildings, households. */
    public static final String LOWER = "below-township";

    public RuleUnits {
        kinds = Set.copyOf(kinds);
        codes = Set.copyOf(codes);
    }

    boolean cover(String code, String kind) {
        return kinds.contains(kind) || codes.contains(code);
    }
}
