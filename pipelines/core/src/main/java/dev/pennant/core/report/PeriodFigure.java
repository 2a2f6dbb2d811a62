package dev.pennant.core.report;

import java.util.Optional;

/**
 * What is known of a unit's indicator in one period.
 *
 * @param own the unit's own report that stands
 * @param parts what its parts give, added up
 * @param partsReported how many of its direct parts give anything
 */
public record PeriodFigure(Optional<IndicatorReport> own, Tally parts, int partsReported) {
    static final PeriodFigure NOTHING = new PeriodFigure(Optional.empty(), Tally.NONE, 0);

    PeriodFigure with(IndicatorReport report) {
        return new PeriodFigure(Optional.of(report), parts, partsReported);
    }

    /** After one of the parts gives something else than before. */
    PeriodFigure afterPart(Tally before, Tally now) {
        int turned = (now.isNothing() ? 0 : 1) - (before.isNothing() ? 0 : 1);
        return new PeriodFigure(own, parts.minus(before).plus(now), partsReported + turned);
    }
}
