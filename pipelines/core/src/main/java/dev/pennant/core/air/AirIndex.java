package dev.pennant.core.air;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The individual indices (IAQI) of an hour or a day, and the air quality index (AQI), the largest of them, where it is published. */
public final class AirIndex {
    /** Primary pollutants are named only above this AQI. */
    private static final int LARGEST_WITHOUT_PRIMARY = 50;

    private final int[] indices;
    private final int aqi;

    private AirIndex(int[] indices, int aqi) {
        this.indices = indices;
        this.aqi = aqi;
    }

    /** From the individual indices, one at each pollutant's place; keeps the array. */
    static AirIndex of(int[] indices, MissingItems missingItems) {
        int largest = Pollutant.MISSING;
        boolean complete = true;
        for (int index : indices) {
            largest = Math.max(largest, index);
            complete &= index != Pollutant.MISSING;
        }
        boolean published = largest != Pollutant.MISSING && (complete || missingItems.publishes(largest));
        return new AirIndex(indices, published ? largest : Pollutant.MISSING);
    }

    /** The individual index of a pollutant, or {@link Pollutant#MISSING}. */
    public int of(Pollutant pollutant) {
        return indices[pollutant.place()];
    }

    /** Whether there is an AQI. */
    public boolean isPublished() {
        return aqi != Pollutant.MISSING;
    }

    /** The AQI, 0 to 500, or {@link Pollutant#MISSING}. */
    public int aqi() {
        return aqi;
    }

    /** The level of the AQI, where there is one. */
    public Optional<AirLevel> level() {
        return isPublished() ? Optional.of(AirLevel.of(aqi)) : Optional.empty();
    }

    /** The primary pollutants (首要污染物): all whose index is the AQI, where that is above 50. */
    public List<Pollutant> primary() {
        if (aqi <= LARGEST_WITHOUT_PRIMARY) {
            return List.of();
        }
        List<Pollutant> primary = new ArrayList<>(1);
        for (Pollutant pollutant : Pollutant.all()) {
            if (of(pollutant) == aqi) {
                primary.add(pollutant);
            }
        }
        return primary;
    }
}
