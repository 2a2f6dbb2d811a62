package dev.pennant.audit;

import dev.pennant.core.air.AirLevel;
import dev.pennant.core.air.Pollutant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A day of a unit, reckoned from the hours of its stations. Lists of six are in the order of {@link Pollutant}.
 *
 * @param dust whether it is one of sand and dust
 * @param dividends each pollutant's value in steps, unrounded, as a quotient
 * @param divisors 0 where there is no valid value
 * @param steps the values rounded, or {@link Pollutant#MISSING}
 * @param aqi by the standard that judges it, or {@link Pollutant#MISSING}
 * @param reasons why values are missing; empty on a valid day
 */
record AirUnitDay(
        LocalDate day,
        boolean dust,
        List<Long> dividends,
        List<Long> divisors,
        List<Integer> steps,
        int aqi,
        String reasons) {
    boolean isValid(Pollutant pollutant) {
        return divisors.get(pollutant.place()) != 0;
    }

    /** Whether a valid value is left out of the statistics: dust blown in from the desert adds to particulates. */
    boolean isLeftOut(Pollutant pollutant) {
        return isValid(pollutant) && dust && pollutant.isParticulate();
    }

    boolean isCounted(Pollutant pollutant) {
        return isValid(pollutant) && !isLeftOut(pollutant);
    }

    /** A valid value in the pollutant's measure, unrounded. */
    Quotient value(Pollutant pollutant) {
        return Quotient.of(dividends.get(pollutant.place()), divisors.get(pollutant.place()) * pollutant.stepsOfUnit());
    }

    Optional<AirLevel> level() {
        return aqi == Pollutant.MISSING ? Optional.empty() : Optional.of(AirLevel.of(aqi));
    }

    /** The value as published, with a star where it is left out. */
    String shown(Pollutant pollutant) {
        int rounded = steps.get(pollutant.place());
        return rounded == Pollutant.MISSING
                ? "–"
                : pollutant.published(rounded).toPlainString() + (isLeftOut(pollutant) ? "*" : "");
    }

    String shownAqi() {
        return aqi == Pollutant.MISSING ? "–" : Integer.toString(aqi);
    }
}
