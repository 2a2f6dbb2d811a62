package dev.pennant.core.report;

import java.util.Optional;

/**
 * What a unit is and where it belongs.
 *
 * @param kind its kind, as the contracts spell it
 * @param parent code of the unit it is a part of; nothing at the top
 */
public record Place(String kind, Optional<String> parent) {}
