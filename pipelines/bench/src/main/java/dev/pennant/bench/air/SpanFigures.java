package dev.pennant.bench.air;

import dev.pennant.core.air.AirComparison;
import dev.pennant.core.air.AirIndicator;
import dev.pennant.core.air.AirLevel;
import dev.pennant.core.air.AirStatistics;
import dev.pennant.core.air.Pollutant;
import dev.pennant.core.air.PollutantStatistics;
import dev.pennant.core.indicator.Growth;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * The statistics of a span as whole numbers, the digits of what is published: days of each level; of each pollutant valid days, mean and percentile;
 * of each indicator its figure, that of the year before, and the growth in tenths.
 */
final class SpanFigures {
    /** In place of a figure that there is not. */
    static final int MISSING = -1;

    /** In place of a growth that there is not. */
    static final int NO_GROWTH = Integer.MIN_VALUE;

    /** How many numbers there are. */
    static final int LENGTH =
            AirLevel.COUNT + 3 * Pollutant.COUNT + 3 * AirIndicator.all().size();

    private SpanFigures() {}

    /** Of what core tells. */
    static int[] of(AirComparison compared) {
        int[] figures = new int[LENGTH];
        AirStatistics current = compared.current();
        for (AirLevel level : AirLevel.all()) {
            figures[level.number() - 1] = current.days(level);
        }
        int at = AirLevel.COUNT;
        for (Pollutant pollutant : Pollutant.all()) {
            Optional<PollutantStatistics> of = current.of(pollutant);
            figures[at++] = of.map(PollutantStatistics::validDays).orElse(0);
            figures[at++] = digits(of.map(PollutantStatistics::publishedMean));
            figures[at++] = digits(of.map(PollutantStatistics::publishedPercentile));
        }
        List<AirIndicator> indicators = AirIndicator.all();
        for (AirIndicator indicator : indicators) {
            figures[at++] = digits(indicator.published(current));
            figures[at++] = digits(indicator.published(compared.base()));
            figures[at++] = tenths(indicator.growth(current, compared.base()));
        }
        return figures;
    }

    private static int tenths(Growth growth) {
        if (growth instanceof Growth.Percent percent) {
            return percent.percent().unscaledValue().intValueExact();
        }
        return growth instanceof Growth.Points points
                ? points.points().unscaledValue().intValueExact()
                : NO_GROWTH;
    }

    private static int digits(Optional<BigDecimal> published) {
        return published.map(figure -> figure.unscaledValue().intValueExact()).orElse(MISSING);
    }
}
