package dev.pennant.jobs.air;

import dev.pennant.core.air.AirLimits;
import dev.pennant.core.air.AirStandards;
import dev.pennant.core.air.MeasuredIndicator;
import dev.pennant.core.air.SustainedAqi;
import dev.pennant.core.catalogue.Catalogue;
import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What the operators judge by.
 *
 * @param scope the units
 * @param limits for how long a reading can be corrected
 * @param standards by what days are judged
 * @param indicators what is told of a unit's year
 * @param sustained what is told of the hours of its days
 * @param interval at most how often a changed day is told
 */
record AirSettings(
        AirScope scope,
        AirLimits limits,
        AirStandards standards,
        List<MeasuredIndicator> indicators,
        List<SustainedAqi> sustained,
        Duration interval)
        implements Serializable {
    static AirSettings of(Catalogue catalogue, Duration interval) {
        return new AirSettings(
                new AirScope(catalogue),
                catalogue.airLimits(),
                catalogue.airStandards(),
                new ArrayList<>(catalogue.airIndicators()),
                new ArrayList<>(catalogue.sustainedAqi()),
                interval);
    }

    /** What the state is made by, and what is told of it: an indicator that is new has no values yet for days that do not change again. */
    List<String> definitions() {
        return List.of(scope + " " + standards.standards() + " " + standards.validity(), indicators + " " + sustained);
    }
}
