package dev.pennant.core.revenue;

import dev.pennant.core.indicator.Measure;
import dev.pennant.core.indicator.Rounding;
import java.io.Serializable;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * An indicator that sums an amount of the reports of the enterprises on certain rosters.
 *
 * @param id id in the catalogue
 * @param amount which amount of a report is summed
 * @param scopes whose reports are
 * @param measure what the sum is given in, a measure of money
 * @param growthRounding how its growth is published
 */
public record RevenueIndicator(String id, Amount amount, Set<Scope> scopes, Measure measure, Rounding growthRounding)
        implements Serializable {
    /**
     * The scopes are kept in one order, so that two runs describe the same indicator alike.
     *
     * @throws IllegalArgumentException when there is no scope
     */
    public RevenueIndicator {
        scopes = Collections.unmodifiableSet(EnumSet.copyOf(scopes));
    }

    /** What this indicator takes from a report, or nothing where the report does not state it. */
    public Optional<YearOverYear> amountOf(EnterpriseReport report) {
        return switch (amount) {
            case REVENUE -> Optional.of(report.revenue());
            case RETAIL_SALES -> report.retailSales();
        };
    }

    /** An amount that a report states. */
    public enum Amount {
        /** Operating revenue. */
        REVENUE,
        /** Retail sales of consumer goods. */
        RETAIL_SALES
    }
}
