package dev.pennant.core.retail;

import dev.pennant.core.indicator.Version;
import dev.pennant.core.period.ReportingHour;

/**
 * What a store sold on one day, as far as it counts in one unit.
 *
 * @param storeId the store
 * @param unit index of the township in the catalogue
 * @param day the day, of {@link ReportingHour}
 * @param sales sum of the positive amounts in fen
 * @param refunds sum of the negative ones in fen, without their sign
 * @param receipts how many, refunds among them
 * @param synthetic whether made-up receipts are among them
 * @param version orders this among what was said of the same unit, store and day
 */
public record StoreDay(
        String storeId,
        int unit,
        int day,
        long sales,
        long refunds,
        int receipts,
        boolean synthetic,
        Version version) {}
