package dev.pennant.core.air;

import java.io.Serializable;
import java.time.Duration;
import java.util.Map;

/**
 * Bounds beyond which a reading is taken for a mistake. They are settings of the catalogue.
 *
 * @param correctableYears for how many calendar years before the year of its receipt a reading is taken; it bounds what is kept
 * @param clockTolerance how far a station's clock may be ahead
 * @param range the largest concentration of each pollutant that an instrument shows, in ticks
 * @param fineAboveCoarsePercent by how much PM2.5 may be above PM10, in percent of PM10, before a reading is flagged
 */
public record AirLimits(
        int correctableYears, Duration clockTolerance, Map<Pollutant, Integer> range, int fineAboveCoarsePercent)
        implements Serializable {
    /** @throws IllegalArgumentException when a pollutant has no range above zero, or the years are not 1 to 20 */
    public AirLimits {
        range = Map.copyOf(range);
        if (correctableYears < 1 || correctableYears > 20) {
            throw new IllegalArgumentException("readings can be corrected for 1 to 20 years, not " + correctableYears);
        }
        for (Pollutant pollutant : Pollutant.all()) {
            if (range.getOrDefault(pollutant, 0) <= 0) {
                throw new IllegalArgumentException(pollutant.symbol() + " needs a range above zero");
            }
        }
    }

    /** The first calendar year of which a reading is taken that is received in the given one. */
    public int firstYear(int yearOfReceipt) {
        return yearOfReceipt - correctableYears;
    }
}
