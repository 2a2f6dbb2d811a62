package dev.pennant.core.revenue;

import dev.pennant.core.indicator.Version;
import java.util.List;

/**
 * What a filing or a registration changed.
 *
 * @param version orders this change among those of the same enterprise
 * @param units changes of the units' sums and rosters
 * @param contributions the contributions that are different now, as they stand
 */
public record LedgerChange(Version version, List<UnitChange> units, List<Contribution> contributions) {}
