package dev.pennant.core.air;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The statistics of a span of days, of a station or a unit (HJ 663). They are asked for again and again, so what takes exact arithmetic is done
 * once.
 */
public final class AirStatistics {
    private static final int PERCENT = 100;
    private static final int DECIMALS_OF_SHARE = 1;
    private static final int DECIMALS_OF_INDEX = 2;

    private final AirSpan span;
    private final Map<Pollutant, PollutantStatistics> pollutants;
    private final LevelCount levels;
    private final int daysNeeded;
    private final List<Shortage> shortages;
    private final int validDays;
    private final int goodDays;
    private final Optional<Fraction> goodDaysShare;
    private final Optional<BigDecimal> publishedGoodDaysShare;
    private final Optional<Fraction> composite;
    private final Optional<BigDecimal> publishedComposite;

    /**
     * Of some days.
     *
     * @param pollutants each pollutant that has a valid day which is counted
     * @param levels how many of the days with an AQI have each level
     * @param daysNeeded how many valid days make them valid
     * @param shortages of which pollutants there are too few valid days; none when the statistics are valid
     */
    AirStatistics(
            AirSpan span,
            Map<Pollutant, PollutantStatistics> pollutants,
            LevelCount levels,
            int daysNeeded,
            List<Shortage> shortages) {
        this.span = span;
        this.pollutants = new EnumMap<>(pollutants);
        this.levels = levels.copy();
        this.daysNeeded = daysNeeded;
        this.shortages = List.copyOf(shortages);
        int good = 0;
        int all = 0;
        for (AirLevel level : AirLevel.all()) {
            all += levels.of(level);
            good += level.isGood() ? levels.of(level) : 0;
        }
        validDays = all;
        goodDays = good;
        goodDaysShare = all == 0 ? Optional.empty() : Optional.of(Fraction.of((long) PERCENT * good, all));
        publishedGoodDaysShare = goodDaysShare.map(share -> share.rounded(DECIMALS_OF_SHARE));
        composite = sumOfSingleIndices();
        publishedComposite = composite.map(sum -> sum.rounded(DECIMALS_OF_INDEX));
    }

    private Optional<Fraction> sumOfSingleIndices() {
        if (pollutants.size() < Pollutant.COUNT) {
            return Optional.empty();
        }
        Fraction sum = Fraction.ZERO;
        for (PollutantStatistics pollutant : pollutants.values()) {
            sum = sum.plus(pollutant.singleIndex());
        }
        return Optional.of(sum);
    }

    /** The days. */
    public AirSpan span() {
        return span;
    }

    /** The statistics of a pollutant, unless it has no valid day. */
    public Optional<PollutantStatistics> of(Pollutant pollutant) {
        return Optional.ofNullable(pollutants.get(pollutant));
    }

    /** Days of a level. */
    public int days(AirLevel level) {
        return levels.of(level);
    }

    /** Days with an AQI. */
    public int validDays() {
        return validDays;
    }

    /** Days of an AQI of at most 100 (优良天数). */
    public int goodDays() {
        return goodDays;
    }

    /** Good days of all valid days in percent, unrounded, unless no day is valid. */
    public Optional<Fraction> goodDaysShare() {
        return goodDaysShare;
    }

    /** The same as published: 28 of 29 are 96.6. */
    public Optional<BigDecimal> publishedGoodDaysShare() {
        return publishedGoodDaysShare;
    }

    /** The composite index (综合指数): the sum of the six single indices, unrounded, unless a pollutant has no valid day. */
    public Optional<Fraction> composite() {
        return composite;
    }

    /** The same as published, with two decimals. */
    public Optional<BigDecimal> publishedComposite() {
        return publishedComposite;
    }

    /** How many valid days make them valid. */
    public int daysNeeded() {
        return daysNeeded;
    }

    /** Of which pollutants there are too few valid days. */
    public List<Shortage> shortages() {
        return shortages;
    }

    /** Whether there are enough valid days of every pollutant. */
    public boolean isValid() {
        return shortages.isEmpty();
    }
}
