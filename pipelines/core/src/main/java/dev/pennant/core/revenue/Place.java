package dev.pennant.core.revenue;

/**
 * Where an enterprise can stand: on a roster of a township.
 *
 * @param unit code of the township
 * @param scope the roster
 */
public record Place(String unit, Scope scope) {}
