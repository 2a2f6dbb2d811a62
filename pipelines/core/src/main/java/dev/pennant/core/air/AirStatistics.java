package dev.pennant.core.air;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The statistics of a span of days, of a station or a unit (HJ 663).
 *
 * @param span the days
 * @param pollutants each pollutant that has a valid day which is counted
 * @param daysByLevel how many of the days with an AQI have each level
 * @param daysNeeded how many valid days make them valid
 * @param shortages of which pollutants there are too few valid days; none when the statistics are valid
 */
public record AirStatistics(
        AirSpan span,
        Map<Pollutant, PollutantStatistics> pollutants,
        Map<AirLevel, Integer> daysByLevel,
        int daysNeeded,
        List<Shortage> shortages) {
    private static final int PERCENT = 100;
    private static final int DECIMALS_OF_SHARE = 1;
    private static final int DECIMALS_OF_INDEX = 2;

    /** Keeps what it is given, unchangeable. */
    public AirStatistics {
        pollutants = Map.copyOf(pollutants);
        daysByLevel = Map.copyOf(daysByLevel);
        shortages = List.copyOf(shortages);
    }

    /** The statistics of a pollutant, unless it has no valid day. */
    public Optional<PollutantStatistics> of(Pollutant pollutant) {
        return Optional.ofNullable(pollutants.get(pollutant));
    }

    /** Days of a level. */
    public int days(AirLevel level) {
        return daysByLevel.getOrDefault(level, 0);
    }

    /** Days with an AQI. */
    public int validDays() {
        return daysByLevel.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Days of an AQI of at most 100 (优良天数). */
    public int goodDays() {
        return daysByLevel.entrySet().stream()
                .filter(days -> days.getKey().isGood())
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    /** Good days of all valid days in percent, unrounded, unless no day is valid. */
    public Optional<Fraction> goodDaysShare() {
        int valid = validDays();
        return valid == 0 ? Optional.empty() : Optional.of(Fraction.of((long) PERCENT * goodDays(), valid));
    }

    /** The same as published: 28 of 29 are 96.6. */
    public Optional<BigDecimal> publishedGoodDaysShare() {
        return goodDaysShare().map(share -> share.rounded(DECIMALS_OF_SHARE));
    }

    /** The composite index (综合指数): the sum of the six single indices, unrounded, unless a pollutant has no valid day. */
    public Optional<Fraction> composite() {
        if (pollutants.size() < Pollutant.COUNT) {
            return Optional.empty();
        }
        Fraction sum = Fraction.ZERO;
        for (Pollutant pollutant : Pollutant.all()) {
            sum = sum.plus(pollutants.get(pollutant).singleIndex());
        }
        return Optional.of(sum);
    }

    /** The same as published, with two decimals. */
    public Optional<BigDecimal> publishedComposite() {
        return composite().map(sum -> sum.rounded(DECIMALS_OF_INDEX));
    }

    /** Whether there are enough valid days of every pollutant. */
    public boolean isValid() {
        return shortages.isEmpty();
    }
}
