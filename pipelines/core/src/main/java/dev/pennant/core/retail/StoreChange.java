package dev.pennant.core.retail;

import java.util.List;

/**
 * What a message about a store changes.
 *
 * @param notices what units are told
 * @param joined held sales that have found their unit
 * @param held what is held now
 */
public record StoreChange(List<UnitNotice> notices, List<JoinedSales> joined, HeldSales.Summary held) {}
