package dev.pennant.core.revenue;

import dev.pennant.core.period.CumulativePeriod;
import java.time.YearMonth;
import java.util.Optional;

/** What one enterprise's filing or registration changes in an indicator of a unit. Changes add up in any order. */
public sealed interface UnitChange permits UnitChange.OfTotal, UnitChange.OfRoster {
    /** Code of the unit changed. */
    String unit();

    /** Id of the indicator changed. */
    String indicator();

    /** The same change in another unit, a county or prefecture that the township belongs to. */
    UnitChange in(String otherUnit);

    /**
     * A change of a period's sums.
     *
     * @param unit code of the unit
     * @param indicator id of the indicator
     * @param period the period
     * @param amounts added to both years' sums
     * @param reports added to the number of reports counted
     * @param syntheticReports added to the number of those that are made up
     */
    record OfTotal(
            String unit,
            String indicator,
            CumulativePeriod period,
            YearOverYear amounts,
            int reports,
            int syntheticReports)
            implements UnitChange {
        @Override
        public OfTotal in(String otherUnit) {
            return new OfTotal(otherUnit, indicator, period, amounts, reports, syntheticReports);
        }
    }

    /**
     * A change of the number of enterprises on the roster of a span of months.
     *
     * @param unit code of the unit
     * @param indicator id of the indicator
     * @param from first month of the span
     * @param to last month of it, inclusive, or nothing where it is open
     * @param enterprises added to the roster
     */
    record OfRoster(String unit, String indicator, YearMonth from, Optional<YearMonth> to, int enterprises)
            implements UnitChange {
        @Override
        public OfRoster in(String otherUnit) {
            return new OfRoster(otherUnit, indicator, from, to, enterprises);
        }
    }
}
