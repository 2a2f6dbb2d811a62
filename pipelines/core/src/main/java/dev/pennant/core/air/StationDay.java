package dev.pennant.core.air;

import java.util.ArrayList;
import java.util.List;

/** A station's day: the mean of each pollutant's hours, of O3 the largest mean of eight hours (GB 3095 table 4, HJ 663). */
public final class StationDay {
    /** Hours of a day. */
    public static final int HOURS = 24;

    /** Hourly values of a day, one of each pollutant an hour. */
    public static final int VALUES = HOURS * Pollutant.COUNT;

    private static final int EIGHT = 8;

    private final StationMeans means = StationMeans.ofDay();
    private final List<Shortage> shortages = new ArrayList<>(0);

    private StationDay() {}

    /**
     * A day from its hours.
     *
     * @param ticks the values of one hour after the other, each pollutant at its place, or {@link Pollutant#MISSING}
     */
    public static StationDay of(int[] ticks, AirValidity validity) {
        StationDay day = new StationDay();
        for (Pollutant pollutant : Pollutant.all()) {
            if (pollutant == Pollutant.O3) {
                day.largestOfEightHours(ticks, validity);
            } else {
                day.meanOfHours(pollutant, ticks, validity);
            }
        }
        return day;
    }

    /** The values that are valid. */
    public StationMeans means() {
        return means;
    }

    /** Why each value that is missing is; none on a full day. */
    public List<Shortage> shortages() {
        return List.copyOf(shortages);
    }

    private void meanOfHours(Pollutant pollutant, int[] ticks, AirValidity validity) {
        long sum = 0;
        int hours = 0;
        for (int at = pollutant.place(); at < VALUES; at += Pollutant.COUNT) {
            if (ticks[at] != Pollutant.MISSING) {
                sum += ticks[at];
                hours++;
            }
        }
        if (hours < validity.hoursOfDay()) {
            shortages.add(new Shortage(pollutant, hours, validity.hoursOfDay(), Shortage.Counted.HOURS));
            return;
        }
        means.add(pollutant, sum * (StationMeans.PARTS_OF_DAY / hours));
    }

    /** The eight hours end at 08:00 to 24:00, so all 17 spans lie within the day. */
    private void largestOfEightHours(int[] ticks, AirValidity validity) {
        long sum = 0;
        int hours = 0;
        int spans = 0;
        long largest = 0;
        for (int hour = 0; hour < HOURS; hour++) {
            int entering = o3(ticks, hour);
            if (entering != Pollutant.MISSING) {
                sum += entering;
                hours++;
            }
            int leaving = hour < EIGHT ? Pollutant.MISSING : o3(ticks, hour - EIGHT);
            if (leaving != Pollutant.MISSING) {
                sum -= leaving;
                hours--;
            }
            if (hour >= EIGHT - 1 && hours >= validity.hoursOfEight()) {
                spans++;
                largest = Math.max(largest, sum * (StationMeans.PARTS_OF_DAY / hours));
            }
        }
        if (spans >= validity.eightHourMeansOfDay() || isAbove(largest, validity.o3ValidAbove())) {
            means.add(Pollutant.O3, largest);
        } else {
            shortages.add(new Shortage(
                    Pollutant.O3, spans, validity.eightHourMeansOfDay(), Shortage.Counted.EIGHT_HOUR_MEANS));
        }
    }

    private static boolean isAbove(long parts, int limit) {
        long partsOfStep = (long) StationMeans.PARTS_OF_DAY * Pollutant.O3.ticksOfStep();
        return HalfEven.quotient(parts, partsOfStep) > limit;
    }

    private static int o3(int[] ticks, int hour) {
        return ticks[hour * Pollutant.COUNT + Pollutant.O3.place()];
    }
}
