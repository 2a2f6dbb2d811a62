package dev.pennant.stack.clickhouse;

import dev.pennant.core.air.AirLevel;
import dev.pennant.core.air.AirStandard;
import dev.pennant.core.air.AirStandards;
import dev.pennant.core.air.AnnualLimits;
import dev.pennant.core.air.Pollutant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** By what air is judged as a row of a table, for views that make statistics of days. */
final class AirDefinition {
    static final String COLUMNS = "(standards, yearly_limits, percentiles, hours_of_eight, days_of_month,"
            + " days_of_february, days_of_year)";

    /** Ends the levels that no concentration is above. */
    private static final int NO_END = Integer.MAX_VALUE;

    private AirDefinition() {}

    static String row(AirStandards air) {
        return "("
                + Stream.of(
                                array(air.standards(), AirDefinition::standard),
                                array(air.limits(), AirDefinition::limits),
                                array(Pollutant.all(), pollutant -> Integer.toString(air.percentile(pollutant))),
                                Integer.toString(air.validity().hoursOfEight()),
                                Integer.toString(air.validity().daysOfMonth()),
                                Integer.toString(air.validity().daysOfFebruary()),
                                Integer.toString(air.validity().daysOfYear()))
                        .collect(Collectors.joining(","))
                + ")";
    }

    private static String standard(AirStandard standard) {
        return "('" + standard.id() + "','" + standard.from() + "',"
                + array(Pollutant.all(), pollutant -> ends(standard, pollutant)) + ","
                + standard.bestWithMissingItems().number() + ")";
    }

    private static String ends(AirStandard standard, Pollutant pollutant) {
        List<AirLevel> endingLevels = AirLevel.all().subList(0, AirLevel.COUNT - 1);
        return array(
                endingLevels,
                level -> Integer.toString(standard.endOf(level, pollutant).orElse(NO_END)));
    }

    private static String limits(AnnualLimits limits) {
        return "('" + limits.id() + "','" + limits.from() + "',"
                + array(Pollutant.all(), pollutant -> Integer.toString(limits.of(pollutant))) + ")";
    }

    private static <T> String array(List<T> elements, Function<T, String> sql) {
        return elements.stream().map(sql).collect(Collectors.joining(",", "[", "]"));
    }
}
