package dev.pennant.core.retail;

import java.util.List;
import java.util.Optional;

/**
 * What a message about a store changes.
 *
 * @param notices what units are told
 * @param joined held sales that have found their unit
 * @param held what is held now, where that is to be told
 */
public record StoreChange(List<UnitNotice> notices, List<JoinedSales> joined, Optional<HeldSales.Summary> held) {}
