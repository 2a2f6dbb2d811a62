package dev.pennant.core.air;

import dev.pennant.core.period.ReportingHour;

/**
 * What a station measured in an hour.
 *
 * @param stationId the station
 * @param hour which hour, as {@link ReportingHour} counts them
 * @param ticks the concentration of each pollutant at its place, in ticks, or {@link Pollutant#MISSING}; never changed
 * @param revision the highest one of a station and hour stands
 * @param synthetic whether it was made up
 */
@SuppressWarnings("ArrayRecordComponent")
public record AirReading(String stationId, int hour, int[] ticks, int revision, boolean synthetic) {}
