package dev.pennant.core.retail;

import dev.pennant.core.indicator.Version;
import dev.pennant.core.period.ReportingHour;

/**
 * A township's sales of one category in one hour.
 *
 * @param unit index of the township in the catalogue
 * @param category place of the category in the catalogue
 * @param hour the {@link ReportingHour}
 * @param sales sum of the positive amounts in fen
 * @param refunds sum of the negative ones in fen, without their sign
 * @param receipts how many, refunds among them
 * @param version orders this cell among those of the same unit, category and hour
 */
public record HourSales(int unit, int category, int hour, long sales, long refunds, int receipts, Version version) {}
