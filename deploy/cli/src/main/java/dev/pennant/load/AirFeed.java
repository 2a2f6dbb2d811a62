package dev.pennant.load;

/**
 * How a file of air readings is written, where that cannot be seen in it.
 *
 * @param hourEnding whether it names an hour by its end, and not by its start
 * @param carbonMonoxideInMicrograms whether CO is in µg/m³, and not in mg/m³
 */
public record AirFeed(boolean hourEnding, boolean carbonMonoxideInMicrograms) {
    /** As the contracts say: hours by their start, CO in mg/m³. */
    public static final AirFeed USUAL = new AirFeed(false, false);
}
