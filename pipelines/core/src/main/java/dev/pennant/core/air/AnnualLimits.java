package dev.pennant.core.air;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Map;

/**
 * The yearly limits of grade 2 (GB 3095) by which the composite index divides.
 *
 * @param id as people cite it
 * @param from the first day they hold for
 * @param steps each pollutant's limit in steps: of the mean, of CO the 95th percentile, of O3 the 90th
 */
public record AnnualLimits(String id, LocalDate from, Map<Pollutant, Integer> steps) implements Serializable {
    /** @throws IllegalArgumentException when a pollutant has no limit above zero */
    public AnnualLimits {
        steps = Map.copyOf(steps);
        for (Pollutant pollutant : Pollutant.all()) {
            if (steps.getOrDefault(pollutant, 0) <= 0) {
                throw new IllegalArgumentException(pollutant.symbol() + " needs a limit above zero");
            }
        }
    }

    /** The limit of a pollutant, in steps. */
    public int of(Pollutant pollutant) {
        return steps.get(pollutant);
    }
}
