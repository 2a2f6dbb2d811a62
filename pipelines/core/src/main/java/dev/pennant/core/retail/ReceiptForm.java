package dev.pennant.core.retail;

import dev.pennant.core.indicator.Money;
import java.time.Instant;

/**
 * A receipt as it was sent, unchecked.
 *
 * @param storeId the store
 * @param receiptNo its number in the store, the 64 bits of an unsigned number: every one is possible
 * @param soldAt when it was sold
 * @param category category of the goods
 * @param amount what was paid; negative for a refund
 * @param channel {@code store} or {@code online}
 * @param synthetic whether the receipt is made up
 */
public record ReceiptForm(
        String storeId,
        long receiptNo,
        Instant soldAt,
        String category,
        Money amount,
        String channel,
        boolean synthetic) {}
