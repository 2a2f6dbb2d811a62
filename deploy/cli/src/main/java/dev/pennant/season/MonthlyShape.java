package dev.pennant.season;

import java.util.stream.IntStream;

/** How a year's figures spread over its months, as whole cumulative weights. */
final class MonthlyShape {
    private static final double UNIT = 1_000_000;

    private final long[] cumulative;

    private MonthlyShape(long[] cumulative) {
        this.cumulative = cumulative;
    }

    /**
     * The shape of one enterprise's year: its industry's, with some unevenness of its own.
     *
     * @param firstMonth the month in which the enterprise began, 1 when it is older than the year
     */
    static MonthlyShape of(Industry industry, int year, int firstMonth, Draw draw) {
        long[] cumulative = new long[12];
        long sum = 0;
        for (int month = 1; month <= 12; month++) {
            double unevenness = draw.logNormal(1, 0.07);
            if (month >= firstMonth) {
                sum += Math.round(UNIT * industry.weight(year, month) * unevenness);
            }
            cumulative[month - 1] = sum;
        }
        return new MonthlyShape(cumulative);
    }

    /** Weight of January through a month. */
    long through(int month) {
        return cumulative[month - 1];
    }

    @Override
    public String toString() {
        return IntStream.rangeClosed(1, 12).mapToObj(this::through).toList().toString();
    }
}
