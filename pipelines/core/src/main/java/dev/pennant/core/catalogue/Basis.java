package dev.pennant.core.catalogue;

/**
 * What a rule of the catalogue rests on; people who read a figure can see which part nobody has confirmed.
 *
 * @param sourced the public rule it follows, or empty
 * @param assumed what in it is an assumption, or empty
 */
public record Basis(String sourced, String assumed) {}
