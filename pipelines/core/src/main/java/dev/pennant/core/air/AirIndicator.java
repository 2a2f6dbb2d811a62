package dev.pennant.core.air;

import dev.pennant.core.indicator.Growth;
import dev.pennant.core.indicator.Rounding;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/** The indicators of air quality, each a figure of a span's statistics and how it is compared with the year before. */
public enum AirIndicator {
    GOOD_DAYS("air-good-days", null),
    PM2_5("air-pm25", Pollutant.PM2_5),
    PM10("air-pm10", Pollutant.PM10),
    SO2("air-so2", Pollutant.SO2),
    NO2("air-no2", Pollutant.NO2),
    CO("air-co", Pollutant.CO),
    O3("air-o3", Pollutant.O3),
    COMPOSITE("air-composite", null);

    private static final List<AirIndicator> ALL = List.of(values());
    private static final Rounding GROWTH = new Rounding(1, RoundingMode.HALF_EVEN);

    private final String id;
    /** None of the two that are of all pollutants. */
    private final Pollutant pollutant;

    AirIndicator(String id, Pollutant pollutant) {
        this.id = id;
        this.pollutant = pollutant;
    }

    /** All of them. */
    public static List<AirIndicator> all() {
        return ALL;
    }

    /** The indicator with an id of the catalogue. */
    public static Optional<AirIndicator> withId(String id) {
        return ALL.stream().filter(indicator -> indicator.id.equals(id)).findFirst();
    }

    /** Its id in the catalogue. */
    public String id() {
        return id;
    }

    /** The pollutant whose concentration it is; nothing of the share of good days and of the composite index, which are of all. */
    public Optional<Pollutant> pollutant() {
        return Optional.ofNullable(pollutant);
    }

    /** The figure in its measure, unrounded: percent, µg/m³, of CO mg/m³, or a plain number; nothing where there are no days for it. */
    public Optional<Fraction> value(AirStatistics statistics) {
        return switch (this) {
            case GOOD_DAYS -> statistics.goodDaysShare();
            case COMPOSITE -> statistics.composite();
            default -> statistics.of(pollutant).map(of -> of.evaluated().dividedBy(pollutant.stepsOfUnit()));
        };
    }

    /** How many days are valid for it: of the composite index, of the pollutant that has fewest. */
    public int validDays(AirStatistics statistics) {
        return switch (this) {
            case GOOD_DAYS -> statistics.validDays();
            case COMPOSITE ->
                Pollutant.all().stream()
                        .mapToInt(each -> validDays(statistics, each))
                        .min()
                        .orElse(0);
            default -> validDays(statistics, pollutant);
        };
    }

    private static int validDays(AirStatistics statistics, Pollutant of) {
        return statistics.of(of).map(PollutantStatistics::validDays).orElse(0);
    }

    /** The figure as published, likewise. */
    public Optional<BigDecimal> published(AirStatistics statistics) {
        return switch (this) {
            case GOOD_DAYS -> statistics.publishedGoodDaysShare();
            case COMPOSITE -> statistics.publishedComposite();
            default -> statistics.of(pollutant).map(PollutantStatistics::published);
        };
    }

    /**
     * The change against the year before, of the figures as published, with one decimal: of a share in points, otherwise in percent; 15 against
     * 17 is -11.8 %.
     *
     * @param base the statistics of the year before, judged by the standard of the current span's last day
     */
    public Growth growth(AirStatistics current, AirStatistics base) {
        Optional<BigDecimal> now = published(current);
        Optional<BigDecimal> before = published(base);
        if (now.isEmpty() || before.isEmpty()) {
            return Growth.NOT_MEANINGFUL;
        }
        BigDecimal change = now.get().subtract(before.get());
        if (this == GOOD_DAYS) {
            return new Growth.Points(GROWTH.round(change));
        }
        return before.get().signum() == 0
                ? Growth.NOT_MEANINGFUL
                : new Growth.Percent(GROWTH.quotient(change.movePointRight(2), before.get()));
    }
}
