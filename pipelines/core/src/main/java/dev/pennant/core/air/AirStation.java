package dev.pennant.core.air;

/**
 * A station that measures the air of a township. A later registration of the same station replaces it, for all of its readings.
 *
 * @param stationId the station
 * @param name its name
 * @param unit code of the township
 * @param synthetic whether the station is made up
 */
public record AirStation(String stationId, String name, String unit, boolean synthetic) {}
