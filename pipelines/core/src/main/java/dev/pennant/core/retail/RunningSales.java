package dev.pennant.core.retail;

import dev.pennant.core.indicator.Coverage;
import dev.pennant.core.indicator.Version;
import dev.pennant.core.period.Period;
import dev.pennant.core.period.ReportingHour;

/**
 * A township's sales of a period, compared with last year's.
 *
 * @param unit index of the township in the catalogue
 * @param period days, or months
 * @param lastDay the last day covered, of {@link ReportingHour}: of a month under way, the present one
 * @param sum both years' sales
 * @param coverage how many stores of the roster have sold this year, by the last day of the period
 * @param synthetic whether either year's sales have made-up ones among them
 * @param version orders this value among those of the same unit and period
 */
public record RunningSales(
        int unit, Period period, int lastDay, RunningSum sum, Coverage coverage, boolean synthetic, Version version) {}
