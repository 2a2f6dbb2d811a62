package dev.pennant.core.revenue;

import dev.pennant.core.indicator.Money;
import java.time.Instant;
import java.util.Optional;

/**
 * A report as it was sent, unchecked.
 *
 * @param enterpriseId who reports
 * @param period the month through which, {@code 2020-10}
 * @param revenue this year's cumulative revenue
 * @param revenueLastYear the same months' of last year
 * @param retailSales this year's cumulative retail sales, nothing for services
 * @param retailSalesLastYear the same months' of last year
 * @param revision 0 for the first filing
 * @param reportedAt when it was filed
 * @param synthetic whether the figures are made up
 */
public record ReportForm(
        String enterpriseId,
        String period,
        Money revenue,
        Money revenueLastYear,
        Optional<Money> retailSales,
        Optional<Money> retailSalesLastYear,
        int revision,
        Instant reportedAt,
        boolean synthetic) {}
