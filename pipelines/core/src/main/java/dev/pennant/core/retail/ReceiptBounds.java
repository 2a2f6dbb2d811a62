package dev.pennant.core.retail;

import dev.pennant.core.ReportingZone;
import java.io.Serializable;

/**
 * {@link ReceiptLimits} as plain numbers, and how a receipt's amount and time are compared with them. Times are milliseconds of UTC.
 */
public final class ReceiptBounds implements Serializable {
    private static final long serialVersionUID = 1L;

    private final long earliest;
    private final long largest;
    private final long tolerance;

    /** @param limits the catalogue's bounds */
    public ReceiptBounds(ReceiptLimits limits) {
        earliest = limits.earliestDay()
                .atStartOfDay(ReportingZone.ZONE)
                .toInstant()
                .toEpochMilli();
        largest = limits.largestAmount().fen();
        tolerance = limits.clockTolerance().toMillis();
    }

    /** The first moment that is counted. */
    public long earliest() {
        return earliest;
    }

    /** The most that one receipt can be of, in fen. */
    public long largest() {
        return largest;
    }

    /** Whether one receipt can be of an amount, in fen: of more than nothing, and not beyond the largest, sold or paid back. */
    public boolean isPlausible(long amount) {
        return amount != 0 && amount <= largest && amount >= -largest;
    }

    /** Whether a time is before the first day that is counted. */
    public boolean isTooLongAgo(long soldAt) {
        return soldAt < earliest;
    }

    /** Whether a time that is not too long ago is further ahead of the receiver's clock than a till's clock may be. */
    public boolean isInTheFuture(long soldAt, long receivedAt) {
        return soldAt - tolerance > receivedAt;
    }
}
