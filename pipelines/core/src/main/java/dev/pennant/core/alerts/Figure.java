package dev.pennant.core.alerts;

import dev.pennant.core.indicator.Coverage;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * What stands of one unit in one period: the value of an indicator, or the score and place in a competition.
 *
 * @param unit code of the unit
 * @param unitName its name, where it came with the figure, else empty
 * @param period the contract's spelling, {@code 2020-10} or {@code 2020-10-07}
 * @param periodLabel as people read it
 * @param value value or score, in its measure; nothing where there is none, which takes back what was there
 * @param growth as published; nothing where it means nothing
 * @param inPoints whether the growth is in percentage points
 * @param placing place in the competition, of a unit that has one
 * @param coverage reported X of Y
 * @param synthetic whether anything in it is made up
 * @param version packed as {@link dev.pennant.core.indicator.Version} does, unsigned: of two figures of a unit and period the greater stands
 * @param updatedAt when it was computed
 */
public record Figure(
        String unit,
        String unitName,
        String period,
        String periodLabel,
        Optional<BigDecimal> value,
        Optional<BigDecimal> growth,
        boolean inPoints,
        Optional<Placing> placing,
        Coverage coverage,
        boolean synthetic,
        long version,
        Instant updatedAt) {
    private static final int ALL = 100;

    /** Whether so many percent of those expected have reported; all of them means that the figure is complete. */
    boolean isCovered(int percent) {
        if (percent == ALL) {
            return coverage.status() == Coverage.Status.COMPLETE;
        }
        return (long) coverage.reported() * ALL >= (long) coverage.expected() * percent;
    }

    /** Nothing in the place of this figure: what a later snapshot leaves out. */
    Figure takenBack(long inVersion, Instant at) {
        return new Figure(
                unit,
                unitName,
                period,
                periodLabel,
                Optional.empty(),
                Optional.empty(),
                inPoints,
                Optional.empty(),
                coverage,
                synthetic,
                inVersion,
                at);
    }

    boolean isNewerThan(Figure other) {
        return Long.compareUnsigned(version, other.version) > 0;
    }
}
