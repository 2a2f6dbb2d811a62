package dev.pennant.core.revenue;

import dev.pennant.core.indicator.Money;
import dev.pennant.core.period.CumulativePeriod;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Duration;

/**
 * Bounds beyond which a report is taken for a mistake. They are settings of the catalogue.
 *
 * @param earliestPeriod the first period accepted; with the present one it bounds what is kept
 * @param firstMonth the first month through which a year is reported: 2, because January is not reported alone
 * @param largestAmount an amount above it is absurd for one enterprise
 * @param retailToRevenue the largest plausible ratio of retail sales, tax included, to revenue, tax excluded
 * @param clockTolerance how far a supplier's clock may be ahead
 */
public record ReportLimits(
        CumulativePeriod earliestPeriod,
        int firstMonth,
        Money largestAmount,
        BigDecimal retailToRevenue,
        Duration clockTolerance)
        implements Serializable {}
