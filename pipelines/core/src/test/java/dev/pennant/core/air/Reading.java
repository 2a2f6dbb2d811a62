package dev.pennant.core.air;

import java.util.List;

/** A reading as the tests send it, its concentrations by pollutant's place. */
record Reading(int station, int hour, int revision, List<Integer> ticks) {
    int[] array() {
        return ticks.stream().mapToInt(Integer::intValue).toArray();
    }
}
