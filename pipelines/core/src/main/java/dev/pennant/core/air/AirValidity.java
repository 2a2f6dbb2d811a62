package dev.pennant.core.air;

import java.io.Serializable;
import java.time.Month;

/**
 * How much has to be there for a mean or a statistic to count (GB 3095 table 4, HJ 663).
 *
 * @param hoursOfDay hours of a daily mean, 20 to 24
 * @param hoursOfEight hours of a mean of eight hours, 6 to 8
 * @param eightHourMeansOfDay means of eight hours, of the 17 that end at 08:00 to 24:00, of the largest one of a day
 * @param o3ValidAbove the largest mean of eight hours of O3 in µg/m³, rounded, above which it counts whatever is missing
 * @param daysOfMonth valid days of a month
 * @param daysOfFebruary valid days of February
 * @param daysOfYear valid days of a year
 */
public record AirValidity(
        int hoursOfDay,
        int hoursOfEight,
        int eightHourMeansOfDay,
        int o3ValidAbove,
        int daysOfMonth,
        int daysOfFebruary,
        int daysOfYear)
        implements Serializable {
    /** @throws IllegalArgumentException when a number is out of its bounds */
    public AirValidity {
        within(hoursOfDay, 20, 24, "hours of a day");
        within(hoursOfEight, 6, 8, "hours of eight");
        within(eightHourMeansOfDay, 1, 17, "means of eight hours");
        within(o3ValidAbove, 1, 100_000, "µg/m³ of O3");
        within(daysOfMonth, 1, 30, "days of a month");
        within(daysOfFebruary, 1, 28, "days of February");
        within(daysOfYear, 1, 365, "days of a year");
    }

    /** Valid days that a month needs. */
    public int daysOf(Month month) {
        return month == Month.FEBRUARY ? daysOfFebruary : daysOfMonth;
    }

    private static void within(int number, int least, int most, String what) {
        if (number < least || number > most) {
            throw new IllegalArgumentException(what + " have to be " + least + " to " + most + ", and not " + number);
        }
    }
}
