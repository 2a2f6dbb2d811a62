package dev.pennant.core.revenue;

import dev.pennant.core.period.CumulativePeriod;
import java.time.Instant;
import java.util.Optional;

/**
 * An enterprise's cumulative statement for a period: this year's January through N, and its own figures of the same months last year. It
 * may be filed again; of one enterprise and period the highest revision stands, in both years' figures.
 *
 * @param enterpriseId who reports
 * @param period the months covered
 * @param revenue operating revenue
 * @param retailSales retail sales of consumer goods, nothing for services
 * @param revision 0 for the first filing, then rising
 * @param reportedAt when it was filed
 * @param synthetic whether the figures are made up
 */
public record EnterpriseReport(
        String enterpriseId,
        CumulativePeriod period,
        YearOverYear revenue,
        Optional<YearOverYear> retailSales,
        int revision,
        Instant reportedAt,
        boolean synthetic) {

    /** Whether another filing states the same figures, whenever it was filed. */
    public boolean statesTheSameAs(EnterpriseReport other) {
        return revenue.equals(other.revenue) && retailSales.equals(other.retailSales) && synthetic == other.synthetic;
    }
}
