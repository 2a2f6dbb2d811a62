package dev.pennant.core.retail;

import dev.pennant.core.indicator.Money;
import dev.pennant.core.period.ReportingHour;
import java.io.Serializable;
import java.time.Duration;
import java.time.LocalDate;

/**
 * Bounds beyond which a receipt is taken for a mistake. They are settings of the catalogue.
 *
 * @param earliestDay the first day that is counted, of Asia/Shanghai; with the present one it bounds what is kept
 * @param largestAmount a receipt above it, or a refund of more, is absurd
 * @param clockTolerance how far a till's clock may be ahead
 */
public record ReceiptLimits(LocalDate earliestDay, Money largestAmount, Duration clockTolerance)
        implements Serializable {
    /** @throws IllegalArgumentException when the first day is before 2000, or the largest amount not above zero */
    public ReceiptLimits {
        if (earliestDay.isBefore(ReportingHour.FIRST_DAY)) {
            throw new IllegalArgumentException("the earliest day cannot be before " + ReportingHour.FIRST_DAY);
        }
        if (largestAmount.fen() <= 0) {
            throw new IllegalArgumentException("the largest amount has to be above zero");
        }
    }
}
