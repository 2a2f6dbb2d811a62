package dev.pennant.core.air;

import dev.pennant.core.indicator.Coverage;
import dev.pennant.core.indicator.Growth;
import dev.pennant.core.indicator.IndicatorValue;
import dev.pennant.core.indicator.Measure;
import dev.pennant.core.indicator.Version;
import dev.pennant.core.period.ReportingHour;
import dev.pennant.core.period.SingleDay;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The highest AQI that some consecutive hours of a day all reached: the greatest of the least AQI of every run of so many hours. It is within one
 * calendar day, and begins anew at midnight. An hour without an AQI breaks a run; a run that was measured stands, however much of the day is missing.
 *
 * @param hours how many consecutive hours, 1 to 24
 * @param measure what it is given in
 */
public record SustainedAqi(int hours, Measure measure) implements Serializable {
    /** How the id says of how many hours it is. */
    private static final Pattern ID = Pattern.compile("air-aqi-([1-9]\\d?)h");

    /** @throws IllegalArgumentException when a day has no so many hours */
    public SustainedAqi {
        check(hours);
    }

    /**
     * The hours that an id names; nothing where it is no such indicator's.
     *
     * @throws IllegalArgumentException when it names more hours than a day has
     */
    public static OptionalInt hoursOf(String id) {
        Matcher matcher = ID.matcher(id);
        return matcher.matches() ? OptionalInt.of(check(Integer.parseInt(matcher.group(1)))) : OptionalInt.empty();
    }

    private static int check(int hours) {
        if (hours < 1 || hours > ReportingHour.PER_DAY) {
            throw new IllegalArgumentException("a day has no " + hours + " consecutive hours");
        }
        return hours;
    }

    /** Its id in the catalogue. */
    public String id() {
        return "air-aqi-" + hours + "h";
    }

    /**
     * The highest AQI of a day, unless no run was measured.
     *
     * @param hourlyAqi the AQI of each hour, or {@link Pollutant#MISSING}
     */
    public OptionalInt highest(int[] hourlyAqi) {
        int highest = Pollutant.MISSING;
        for (int first = 0; first + hours <= hourlyAqi.length; first++) {
            int least = Integer.MAX_VALUE;
            for (int slot = first; slot < first + hours; slot++) {
                least = Math.min(least, hourlyAqi[slot]);
            }
            highest = Math.max(highest, least);
        }
        return highest == Pollutant.MISSING ? OptionalInt.empty() : OptionalInt.of(highest);
    }

    /**
     * The value of a unit's day: reported are the hours with an AQI, expected are all 24, and enough those that a daily mean needs; none are reported
     * where no run was measured. It is compared with no other day.
     *
     * @param unit code of the unit
     * @param covered how many hours of the day are covered, 24 when it is over
     * @param enough how many hours with an AQI make a day that is over complete
     * @param synthetic whether any reading of the day was made up
     */
    public IndicatorValue value(
            String unit,
            JudgedDay day,
            int covered,
            int enough,
            boolean synthetic,
            Version version,
            Instant updatedAt) {
        int[] hourlyAqi = day.hourlyAqi();
        OptionalInt highest = highest(hourlyAqi);
        return new IndicatorValue(
                id(),
                unit,
                new SingleDay(ReportingHour.date(day.day()), covered),
                measure,
                BigDecimal.valueOf(highest.orElse(0)).setScale(Measure.DECIMALS),
                null,
                Growth.NOT_MEANINGFUL,
                new Coverage(
                        highest.isPresent() ? measured(hourlyAqi) : 0,
                        ReportingHour.PER_DAY,
                        enough,
                        covered == ReportingHour.PER_DAY),
                synthetic,
                version,
                updatedAt);
    }

    private static int measured(int[] hourlyAqi) {
        int measured = 0;
        for (int aqi : hourlyAqi) {
            measured += aqi == Pollutant.MISSING ? 0 : 1;
        }
        return measured;
    }
}
