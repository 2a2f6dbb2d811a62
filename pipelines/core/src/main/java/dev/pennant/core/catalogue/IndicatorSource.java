package dev.pennant.core.catalogue;

import dev.pennant.core.air.AirIndicator;
import dev.pennant.core.derived.Formula;
import dev.pennant.core.report.GrowthKind;
import dev.pennant.core.report.ReportedIndicator;
import dev.pennant.core.revenue.RevenueIndicator;
import dev.pennant.core.revenue.Scope;
import java.util.Set;

/** What an indicator is made of. */
public sealed interface IndicatorSource
        permits IndicatorSource.OfReports,
                IndicatorSource.OfReceipts,
                IndicatorSource.OfDepartments,
                IndicatorSource.Derived,
                IndicatorSource.OfAir,
                IndicatorSource.OfHourlyAqi {
    /**
     * An amount of enterprises' reports.
     *
     * @param amount which amount is summed
     * @param scopes over whose reports
     */
    record OfReports(RevenueIndicator.Amount amount, Set<Scope> scopes) implements IndicatorSource {}

    /** The receipts of stores. */
    record OfReceipts() implements IndicatorSource {}

    /**
     * What departments report.
     *
     * @param kinds the kinds of units that it is reported for
     * @param cadence what a report covers
     * @param range between which figures a report can be believed
     * @param rollUp what a unit without a report of its own shows of its parts'
     * @param growth how its change is counted
     */
    record OfDepartments(
            Set<String> kinds,
            ReportedIndicator.Cadence cadence,
            ReportedIndicator.Range range,
            ReportedIndicator.RollUp rollUp,
            GrowthKind growth)
            implements IndicatorSource {}

    /**
     * Other indicators.
     *
     * @param formula what it makes of them
     * @param growth how its change is counted
     */
    record Derived(Formula formula, GrowthKind growth) implements IndicatorSource {}

    /**
     * What stations measure in the air.
     *
     * @param figure which figure of its statistics
     * @param daily whether it is told for every day, and not for whole months alone
     */
    record OfAir(AirIndicator figure, boolean daily) implements IndicatorSource {}

    /**
     * The AQI of the hours of a day.
     *
     * @param hours how many consecutive hours are looked at
     */
    record OfHourlyAqi(int hours) implements IndicatorSource {}
}
