package dev.pennant.core.air;

/**
 * The registration of a station as it was sent, unchecked.
 *
 * @param stationId the station
 * @param name its name
 * @param unit code of the township
 * @param synthetic whether the station is made up
 */
public record AirStationForm(String stationId, String name, String unit, boolean synthetic) {}
