package dev.pennant.season;

import dev.pennant.core.period.CumulativePeriod;
import java.math.BigInteger;

/**
 * What one enterprise has to state: each year's figures, and those of 2019 a second time, as it states them in 2020. Mostly they are
 * the same; where an enterprise restates its base, comparable growth departs from the ratio of two published totals.
 *
 * @param of2018 the base of the reports of 2019
 * @param of2019 as stated in 2019
 * @param of2019Restated the base of the reports of 2020
 * @param of2020 as stated in 2020
 */
record Books(YearFigures of2018, YearFigures of2019, YearFigures of2019Restated, YearFigures of2020) {
    /** This year's figures in a report. */
    YearFigures current(CumulativePeriod period) {
        return period.year() == SeasonCalendar.FIRST_YEAR ? of2019 : of2020;
    }

    /** Last year's figures in a report. */
    YearFigures lastYear(CumulativePeriod period) {
        return period.year() == SeasonCalendar.FIRST_YEAR ? of2018 : of2019Restated;
    }

    /** Other revenues of 2020 and of 2019 as restated, through October, fen; the years before follow in proportion. */
    Books withRevenues(long thisYear, long lastYear) {
        return new Books(
                inProportion(of2018, lastYear),
                inProportion(of2019, lastYear),
                of2019Restated.withRevenueThroughOctober(lastYear),
                of2020.withRevenueThroughOctober(thisYear));
    }

    /** Other retail sales of 2020 through November, fen; those of 2019 keep their ratio to them. */
    Books withRetail(long thisYear) {
        double ratio = (double) thisYear / Math.max(1, of2020.retailThroughNovember());
        return new Books(
                withRetailTimes(of2018, ratio),
                withRetailTimes(of2019, ratio),
                withRetailTimes(of2019Restated, ratio),
                of2020.withRetailThroughNovember(thisYear));
    }

    private YearFigures inProportion(YearFigures figures, long newBase) {
        long oldBase = of2019Restated.revenueThroughOctober();
        if (oldBase == 0) {
            return figures;
        }
        return figures.withRevenueThroughOctober(BigInteger.valueOf(figures.revenueThroughOctober())
                .multiply(BigInteger.valueOf(newBase))
                .divide(BigInteger.valueOf(oldBase))
                .longValueExact());
    }

    private static YearFigures withRetailTimes(YearFigures figures, double ratio) {
        long retail = Math.round(figures.retailThroughNovember() * ratio);
        return figures.withRetailThroughNovember(Math.min(retail, figures.revenueThroughNovember()));
    }
}
