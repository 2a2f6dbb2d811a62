package dev.pennant.core.air;

/**
 * The statistics of a span, and of the span of the year before that they are compared with.
 *
 * @param current the span's
 * @param base the year before's, judged by the standard and the limits of the current span's last day; of no day where nothing was measured
 * @param synthetic whether any reading in either was made up
 */
public record AirComparison(AirStatistics current, AirStatistics base, boolean synthetic) {}
