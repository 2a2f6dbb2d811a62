package dev.pennant.core.retail;

import dev.pennant.core.period.ReportingHour;

/**
 * Sales that were held and have found their unit. The array is never changed.
 *
 * @param unit index of the township in the catalogue
 * @param lastHour the last {@link ReportingHour} among them
 * @param count how many cells
 * @param cells the cells, as a {@link CellWriter} wrote them
 */
@SuppressWarnings("ArrayRecordComponent")
public record JoinedSales(int unit, int lastHour, int count, byte[] cells) {}
