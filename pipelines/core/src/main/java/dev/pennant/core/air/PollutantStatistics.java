package dev.pennant.core.air;

import java.math.BigDecimal;

/**
 * The days of one pollutant in a span, as published.
 *
 * @param validDays days with a valid value, dust days with them
 * @param mean of the days, in steps, unrounded; of particulates without dust days
 * @param percentile of the days, likewise
 * @param singleIndex the mean, of CO and O3 the percentile, over the yearly limit, unrounded
 */
public record PollutantStatistics(
        Pollutant pollutant, int validDays, Fraction mean, Fraction percentile, Fraction singleIndex) {
    /** The figure by which the year is judged, in steps, unrounded: the mean, of CO the 95th percentile, of O3 the 90th. */
    public Fraction evaluated() {
        return isByPercentile(pollutant) ? percentile : mean;
    }

    /** That figure as published: µg/m³, of CO mg/m³ with one decimal. */
    public BigDecimal published() {
        return published(evaluated());
    }

    /** The mean as published. */
    public BigDecimal publishedMean() {
        return published(mean);
    }

    /** The percentile as published. */
    public BigDecimal publishedPercentile() {
        return published(percentile);
    }

    private BigDecimal published(Fraction steps) {
        return steps.rounded(0).movePointLeft(pollutant.decimals());
    }

    static boolean isByPercentile(Pollutant pollutant) {
        return pollutant == Pollutant.CO || pollutant == Pollutant.O3;
    }
}
