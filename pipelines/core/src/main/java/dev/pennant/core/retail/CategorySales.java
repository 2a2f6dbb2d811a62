package dev.pennant.core.retail;

import dev.pennant.core.indicator.Version;
import dev.pennant.core.period.RunningPeriod;

/**
 * A township's sales of one category from 1 January through a day, compared with last year's.
 *
 * @param unit index of the township in the catalogue
 * @param category place of the category in the catalogue
 * @param period the days
 * @param lastDay sales of the last of these days alone, refunds taken off, in fen
 * @param sum both years' sales
 * @param synthetic whether either year's sales have made-up ones among them
 * @param version orders this value among those of the same unit, category and period
 */
public record CategorySales(
        int unit,
        int category,
        RunningPeriod period,
        long lastDay,
        RunningSum sum,
        boolean synthetic,
        Version version) {}
