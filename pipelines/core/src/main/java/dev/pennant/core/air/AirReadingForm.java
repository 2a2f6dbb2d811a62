package dev.pennant.core.air;

import java.util.Arrays;
import java.util.Objects;

/**
 * What a station measured in an hour as it was sent, unchecked.
 *
 * @param stationId the station
 * @param hourMillis start of the hour, in milliseconds of UTC
 * @param ticks the concentration of each pollutant at its place, in ticks of {@link Pollutant}, or {@link #NOTHING}; not changed after
 * @param revision which revision of this station's hour
 * @param synthetic whether it was made up
 */
@SuppressWarnings("ArrayRecordComponent")
public record AirReadingForm(String stationId, long hourMillis, int[] ticks, int revision, boolean synthetic) {
    /** In place of a concentration that was not sent; no sender can have meant it. */
    public static final int NOTHING = Integer.MIN_VALUE;

    @Override
    public boolean equals(Object other) {
        return other instanceof AirReadingForm form
                && stationId.equals(form.stationId)
                && hourMillis == form.hourMillis
                && Arrays.equals(ticks, form.ticks)
                && revision == form.revision
                && synthetic == form.synthetic;
    }

    @Override
    public int hashCode() {
        return Objects.hash(stationId, hourMillis, Arrays.hashCode(ticks), revision, synthetic);
    }
}
