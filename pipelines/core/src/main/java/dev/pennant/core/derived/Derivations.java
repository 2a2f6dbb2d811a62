package dev.pennant.core.derived;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** All derived indicators of a catalogue, each after those it is made of. */
public final class Derivations implements Serializable {
    private static final long serialVersionUID = 1L;

    private final ArrayList<DerivedIndicator> inOrder;
    private final TreeSet<String> lowerIsBetter;
    private final TreeSet<String> inputs = new TreeSet<>();

    /**
     * Puts them in order.
     *
     * @param indicators the derived ones
     * @param lowerIsBetter the ids of all indicators that improve when they fall
     * @throws IllegalArgumentException when one is made of itself
     */
    public Derivations(Collection<DerivedIndicator> indicators, Collection<String> lowerIsBetter) {
        Map<String, DerivedIndicator> left = new TreeMap<>();
        Map<String, Formula> formulas = new TreeMap<>();
        indicators.forEach(indicator -> left.put(indicator.id(), indicator));
        indicators.forEach(indicator -> formulas.put(indicator.id(), indicator.formula()));
        Map<String, DerivedIndicator> placed = new LinkedHashMap<>();
        for (String id : formulas.keySet()) {
            List<String> circle = circle(id, formulas);
            if (!circle.isEmpty()) {
                throw new IllegalArgumentException(id + " is made of itself: " + String.join(" of ", circle));
            }
            place(id, left, placed);
        }
        this.inOrder = new ArrayList<>(placed.values());
        this.lowerIsBetter = new TreeSet<>(lowerIsBetter);
        inOrder.forEach(indicator -> inputs.addAll(indicator.formula().inputs()));
    }

    /** The way from a derived indicator back to itself; empty where there is none. */
    public static List<String> circle(String id, Map<String, Formula> formulas) {
        return way(id, id, formulas, new TreeSet<>());
    }

    /** Whether any is made of this one. */
    public boolean need(String indicator) {
        return inputs.contains(indicator);
    }

    /** Whether this one is made of others. */
    public boolean make(String indicator) {
        return inOrder.stream().anyMatch(derived -> derived.id().equals(indicator));
    }

    /** The derived ones, each after those it is made of. */
    List<DerivedIndicator> inOrder() {
        return Collections.unmodifiableList(inOrder);
    }

    /** The ids of all indicators that improve when they fall. */
    Set<String> lowerIsBetter() {
        return Collections.unmodifiableSet(lowerIsBetter);
    }

    @Override
    public String toString() {
        return inOrder + " " + lowerIsBetter;
    }

    private static void place(String id, Map<String, DerivedIndicator> left, Map<String, DerivedIndicator> placed) {
        DerivedIndicator indicator = left.remove(id);
        if (indicator != null) {
            indicator.formula().inputs().forEach(input -> place(input, left, placed));
            placed.put(id, indicator);
        }
    }

    private static List<String> way(String from, String to, Map<String, Formula> formulas, Set<String> seen) {
        Formula formula = formulas.get(from);
        if (formula == null || !seen.add(from)) {
            return List.of();
        }
        for (String input : formula.inputs()) {
            List<String> rest = input.equals(to) ? List.of(to) : way(input, to, formulas, seen);
            if (!rest.isEmpty()) {
                List<String> way = new ArrayList<>(List.of(from));
                way.addAll(rest);
                return way;
            }
        }
        return List.of();
    }
}
