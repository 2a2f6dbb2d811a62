package dev.pennant.core.alerts;

import java.util.Set;

/**
 * Of which units a rule speaks.
 *
 * @param kinds kinds of units, as the catalogue spells them; {@link #OTHER} for those it does not list
 * @param codes further units, one by one
 */
public record RuleUnits(Set<String> kinds, Set<String> codes) {
    /** Every unit that the catalogue does not list: villages, quarters, buildings, households, and what only a competition knows. */
    public static final String OTHER = "other";

    public RuleUnits {
        kinds = Set.copyOf(kinds);
        codes = Set.copyOf(codes);
    }

    boolean cover(String code, String kind) {
        return kinds.contains(kind) || codes.contains(code);
    }
}
