package dev.pennant.season;

import dev.pennant.core.indicator.Money;
import dev.pennant.core.period.CumulativePeriod;
import java.math.BigInteger;

/**
 * One enterprise's cumulative figures of one year, month by month: its revenue through October spread over the year's shape. The figures of a
 * later month are never below those of an earlier one.
 *
 * @param revenueThroughOctober fen
 * @param shape cumulative weight of January through each month, index 0 for January, never falling
 * @param retailThroughNovember retail sales in it, fen; not above the revenue through November
 */
record YearFigures(long revenueThroughOctober, MonthlyShape shape, long retailThroughNovember) {
    private static final int OCTOBER = 10;
    private static final int NOVEMBER = 11;

    /** Figures of which a share is retail sales. */
    static YearFigures of(long revenueThroughOctober, MonthlyShape shape, double retailShare) {
        YearFigures withoutRetail = new YearFigures(revenueThroughOctober, shape, 0);
        long revenueThroughNovember = withoutRetail.revenueThrough(NOVEMBER);
        return withoutRetail.withRetailThroughNovember((long) (revenueThroughNovember * Math.min(1, retailShare)));
    }

    /** The same year with another revenue through October, and retail sales in proportion. */
    YearFigures withRevenueThroughOctober(long fen) {
        return new YearFigures(fen, shape, portion(retailThroughNovember, fen, revenueThroughOctober));
    }

    /** The same revenue with other retail sales. */
    YearFigures withRetailThroughNovember(long fen) {
        return new YearFigures(revenueThroughOctober, shape, fen);
    }

    /** Revenue from January through a month, fen. */
    long revenueThrough(int month) {
        return portion(revenueThroughOctober, shape.through(month), shape.through(OCTOBER));
    }

    /** Revenue through November, fen. */
    long revenueThroughNovember() {
        return revenueThrough(NOVEMBER);
    }

    /** The retail sales in a given revenue, in the year's proportion. */
    Money retailIn(Money revenue) {
        return new Money(portion(revenue.fen(), retailThroughNovember, revenueThroughNovember()));
    }

    /** Revenue of a period, when the figures are those of its year or, for the base, of the year before. */
    Money revenue(CumulativePeriod period) {
        return new Money(revenueThrough(period.month()));
    }

    /**
     * How far a first statement of a period can be from the right one, either way: half of what the month before or after adds, so that even two
     * neighbouring misstatements never make a cumulative figure fall.
     */
    long slack(CumulativePeriod period) {
        int month = period.month();
        long added = revenueThrough(month) - (month > 2 ? revenueThrough(month - 1) : 0);
        long toBeAdded = month < 12 ? revenueThrough(month + 1) - revenueThrough(month) : added;
        return Math.min(added, toBeAdded) / 2;
    }

    private static long portion(long whole, long share, long of) {
        if (of == 0) {
            return 0;
        }
        return BigInteger.valueOf(whole)
                .multiply(BigInteger.valueOf(share))
                .divide(BigInteger.valueOf(of))
                .longValueExact();
    }
}
