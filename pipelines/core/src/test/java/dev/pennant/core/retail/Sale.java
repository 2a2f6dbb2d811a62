package dev.pennant.core.retail;

import dev.pennant.core.period.ReportingHour;

/**
 * A receipt as it was sent, maybe more than once.
 *
 * @param store number of the store
 * @param number number of the receipt, with which it counts once
 * @param hour the {@link ReportingHour}
 * @param category place of the category
 * @param amount in fen, negative for a refund
 * @param synthetic whether it is made up, whatever its store is
 */
record Sale(int store, int number, int hour, int category, long amount, boolean synthetic) {
    int day() {
        return ReportingHour.day(hour);
    }
}
