package dev.pennant.core.air;

import java.math.BigDecimal;

/** The days of one pollutant in a span, as published: they are asked for again and again, so what is rounded is rounded once. */
public final class PollutantStatistics {
    private final Pollutant pollutant;
    private final int validDays;
    private final Fraction mean;
    private final Fraction percentile;
    private final Fraction singleIndex;
    private final BigDecimal publishedMean;
    private final BigDecimal publishedPercentile;

    /**
     * Of some days.
     *
     * @param validDays days with a valid value, dust days with them
     * @param mean of the days, in steps, unrounded; of particulates without dust days
     * @param percentile of the days, likewise
     * @param limit the yearly limit, in steps
     */
    PollutantStatistics(Pollutant pollutant, int validDays, Fraction mean, Fraction percentile, int limit) {
        this.pollutant = pollutant;
        this.validDays = validDays;
        this.mean = mean;
        this.percentile = percentile;
        singleIndex = evaluated().dividedBy(limit);
        publishedMean = published(mean);
        publishedPercentile = published(percentile);
    }

    /** Days with a valid value, dust days with them. */
    public int validDays() {
        return validDays;
    }

    /** The mean of the days, in steps, unrounded; of particulates without dust days. */
    public Fraction mean() {
        return mean;
    }

    /** The percentile of the days, likewise. */
    public Fraction percentile() {
        return percentile;
    }

    /** The figure by which the year is judged over the yearly limit, unrounded. */
    public Fraction singleIndex() {
        return singleIndex;
    }

    /** The figure by which the year is judged, in steps, unrounded: the mean, of CO the 95th percentile, of O3 the 90th. */
    public Fraction evaluated() {
        return isByPercentile(pollutant) ? percentile : mean;
    }

    /** That figure as published: µg/m³, of CO mg/m³ with one decimal. */
    public BigDecimal published() {
        return isByPercentile(pollutant) ? publishedPercentile : publishedMean;
    }

    /** The mean as published. */
    public BigDecimal publishedMean() {
        return publishedMean;
    }

    /** The percentile as published. */
    public BigDecimal publishedPercentile() {
        return publishedPercentile;
    }

    private BigDecimal published(Fraction steps) {
        return steps.rounded(0).movePointLeft(pollutant.decimals());
    }

    /** Whether the year is judged by the percentile of a pollutant, and not by its mean. */
    public static boolean isByPercentile(Pollutant pollutant) {
        return pollutant == Pollutant.CO || pollutant == Pollutant.O3;
    }
}
