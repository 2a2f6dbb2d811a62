package dev.pennant.core.retail;

/**
 * Sales that were held and have found their unit. The array is never changed.
 *
 * @param unit index of the township in the catalogue
 * @param firstHour the first {@link SalesHour} among them
 * @param lastHour the last one
 * @param count how many cells
 * @param cells the cells, as a {@link CellWriter} wrote them
 */
@SuppressWarnings("ArrayRecordComponent")
public record JoinedSales(int unit, int firstHour, int lastHour, int count, byte[] cells) {}
