package dev.pennant.core.report;

/**
 * The registration of a unit below the township as it was sent, unchecked.
 *
 * @param code code of the unit
 * @param name its name
 * @param kind spelling of its kind
 * @param parent code of the unit it is a part of
 * @param synthetic whether the unit is made up
 */
public record UnitForm(String code, String name, String kind, String parent, boolean synthetic) {}
