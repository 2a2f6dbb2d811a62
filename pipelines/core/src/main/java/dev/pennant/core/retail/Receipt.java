package dev.pennant.core.retail;

import dev.pennant.core.indicator.Money;
import java.time.Instant;

/**
 * A receipt that can be counted.
 *
 * @param storeId the store
 * @param receiptNo its number in the store, the 64 bits of an unsigned number
 * @param soldAt when it was sold
 * @param category index of the category, {@link RetailCategories#other()} for one that the catalogue does not know
 * @param amount what was paid, never zero; negative for a refund
 * @param synthetic whether the receipt is made up
 */
public record Receipt(String storeId, long receiptNo, Instant soldAt, int category, Money amount, boolean synthetic) {}
