package dev.pennant.core.air;

import dev.pennant.core.packed.NumberReader;
import dev.pennant.core.packed.NumberWriter;
import dev.pennant.core.period.ReportingHour;

/** One day of a unit: the exact sums over its stations, of each hour and of the day. */
public final class UnitDay {
    private final int day;
    private final StationMeans[] hours = new StationMeans[ReportingHour.PER_DAY];
    private final StationMeans means;
    private int stations;
    private int synthetic;

    /** A day of which nothing was read yet, as {@link ReportingHour} counts them. */
    public UnitDay(int day) {
        this(day, StationMeans.ofDay());
        for (int slot = 0; slot < hours.length; slot++) {
            hours[slot] = StationMeans.ofHour();
        }
    }

    private UnitDay(int day, StationMeans means) {
        this.day = day;
        this.means = means;
    }

    /** Adds a station's hours of this day. */
    public void add(StationHours station, AirValidity validity) {
        for (int slot = 0; slot < hours.length; slot++) {
            hours[slot].add(station.hour(ReportingHour.firstHour(day) + slot));
        }
        means.add(station.day(day, validity).means());
        stations++;
        synthetic += station.isSynthetic(day) ? 1 : 0;
    }

    /** Takes off a station's hours that were added. */
    public void remove(StationHours station, AirValidity validity) {
        for (int slot = 0; slot < hours.length; slot++) {
            hours[slot].remove(station.hour(ReportingHour.firstHour(day) + slot));
        }
        means.remove(station.day(day, validity).means());
        stations--;
        synthetic -= station.isSynthetic(day) ? 1 : 0;
    }

    /** Which day it is. */
    public int day() {
        return day;
    }

    /** The means of an hour, 0 to 23. */
    public StationMeans hour(int slot) {
        return hours[slot];
    }

    /** The means of the day. */
    public StationMeans means() {
        return means;
    }

    /** How many stations were read on this day. */
    public int stations() {
        return stations;
    }

    /** How many hours of the day have begun, as far as its stations tell: through the last one with a value. */
    int hoursBegun() {
        int slot = hours.length - 1;
        while (slot >= 0 && hours[slot].isEmpty()) {
            slot--;
        }
        return slot + 1;
    }

    /** Whether any reading of it was made up. */
    public boolean isSynthetic() {
        return synthetic > 0;
    }

    /** Writes it, see {@link #read}. */
    public void write(NumberWriter out) {
        out.put(day).put(stations).put(synthetic);
        means.write(out);
        StationMeans before = StationMeans.ofHour();
        for (StationMeans hour : hours) {
            hour.writeSince(before, out);
            before = hour;
        }
    }

    /** Reads what {@link #write} wrote. */
    public static UnitDay read(NumberReader in) {
        int day = in.nextInt();
        int stations = in.nextInt();
        int synthetic = in.nextInt();
        UnitDay read = new UnitDay(day, StationMeans.readDay(in));
        read.stations = stations;
        read.synthetic = synthetic;
        StationMeans before = StationMeans.ofHour();
        for (int slot = 0; slot < read.hours.length; slot++) {
            read.hours[slot] = StationMeans.readHourSince(before, in);
            before = read.hours[slot];
        }
        return read;
    }
}
