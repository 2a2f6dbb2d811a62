package dev.pennant.core.air;

import dev.pennant.core.period.ReportingHour;
import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * By what air is judged: the dated standards, the dated yearly limits, and the rules of validity and of percentiles. Days are plain numbers, as
 * {@link ReportingHour} counts them.
 *
 * @param standards in the order of their days
 * @param limits in the order of their days
 * @param validity how much has to be there
 * @param percentiles which percentile of each pollutant is published, 1 to 99
 */
public record AirStandards(
        List<AirStandard> standards,
        List<AnnualLimits> limits,
        AirValidity validity,
        Map<Pollutant, Integer> percentiles)
        implements Serializable {
    /** @throws IllegalArgumentException when there is no standard or no limit, they are out of order, or a percentile is missing or not 1 to 99 */
    public AirStandards {
        standards = List.copyOf(standards);
        limits = List.copyOf(limits);
        percentiles = Map.copyOf(percentiles);
        if (standards.isEmpty() || limits.isEmpty()) {
            throw new IllegalArgumentException("at least one standard and its yearly limits are needed");
        }
        for (int place = 1; place < standards.size(); place++) {
            inOrder(standards
                    .get(place - 1)
                    .from()
                    .isBefore(standards.get(place).from()));
        }
        for (int place = 1; place < limits.size(); place++) {
            inOrder(limits.get(place - 1).from().isBefore(limits.get(place).from()));
        }
        for (Pollutant pollutant : Pollutant.all()) {
            int percentile = percentiles.getOrDefault(pollutant, 0);
            if (percentile < 1 || percentile > 99) {
                throw new IllegalArgumentException("the percentile of " + pollutant.symbol() + " has to be 1 to 99");
            }
        }
    }

    /** The standard of a day; the first one also of all days before it. */
    public AirStandard on(int day) {
        for (int place = standards.size() - 1; place > 0; place--) {
            if (day >= ReportingHour.day(standards.get(place).from())) {
                return standards.get(place);
            }
        }
        return standards.get(0);
    }

    /** The yearly limits of a day; the first ones also of all days before them. */
    public AnnualLimits limitsOn(int day) {
        for (int place = limits.size() - 1; place > 0; place--) {
            if (day >= ReportingHour.day(limits.get(place).from())) {
                return limits.get(place);
            }
        }
        return limits.get(0);
    }

    /** Which percentile of a pollutant is published, in hundredths. */
    public int percentile(Pollutant pollutant) {
        return percentiles.get(pollutant);
    }

    private static void inOrder(boolean inOrder) {
        if (!inOrder) {
            throw new IllegalArgumentException("standards and limits stand in the order of their days");
        }
    }
}
