package dev.pennant.core.catalogue;

import dev.pennant.core.revenue.RevenueIndicator;
import dev.pennant.core.revenue.Scope;
import java.util.Set;

/** What an indicator is made of. */
public sealed interface IndicatorSource permits IndicatorSource.OfReports, IndicatorSource.OfReceipts {
    /**
     * An amount of enterprises' reports.
     *
     * @param amount which amount is summed
     * @param scopes over whose reports
     */
    record OfReports(RevenueIndicator.Amount amount, Set<Scope> scopes) implements IndicatorSource {}

    /** The receipts of stores. */
    record OfReceipts() implements IndicatorSource {}
}
