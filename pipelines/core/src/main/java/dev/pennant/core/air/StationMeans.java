package dev.pennant.core.air;

import dev.pennant.core.packed.NumberReader;
import dev.pennant.core.packed.NumberWriter;
import java.util.Arrays;

/**
 * The six pollutants of an hour or a day, each an exact mean over stations: the sum of the stations' values and how many those are. A single
 * station is the mean of itself.
 *
 * <p>A sum counts parts of a tick. An hour's value is whole ticks; a day's is a mean of 20 to 24 hours, or of 6 to 8 of O3, and
 * {@value #PARTS_OF_DAY} is the least number that all of these divide: so every mean of a day is a whole number, and sums of them are exact
 * in whatever order stations are added and taken off again.
 */
public final class StationMeans {
    /** Parts of a tick in which values of a day are counted. */
    static final int PARTS_OF_DAY = 212_520;

    private static final int PARTS_OF_HOUR = 1;

    private final int partsOfTick;
    private final long[] sums = new long[Pollutant.COUNT];
    private final int[] stations = new int[Pollutant.COUNT];

    private StationMeans(int partsOfTick) {
        this.partsOfTick = partsOfTick;
    }

    /** Of no station yet, for an hour. */
    public static StationMeans ofHour() {
        return new StationMeans(PARTS_OF_HOUR);
    }

    /** Of no station yet, for a day. */
    public static StationMeans ofDay() {
        return new StationMeans(PARTS_OF_DAY);
    }

    /** Adds one station's value of one pollutant, in parts of a tick: whole ticks for an hour. */
    public void add(Pollutant pollutant, long parts) {
        sums[pollutant.place()] += parts;
        stations[pollutant.place()]++;
    }

    /** Adds other stations. */
    public void add(StationMeans others) {
        for (int place = 0; place < Pollutant.COUNT; place++) {
            sums[place] += others.sums[place];
            stations[place] += others.stations[place];
        }
    }

    /** Takes off stations that were added. */
    public void remove(StationMeans others) {
        for (int place = 0; place < Pollutant.COUNT; place++) {
            sums[place] -= others.sums[place];
            stations[place] -= others.stations[place];
        }
    }

    /** The sum over its stations, in parts of a tick. */
    public long sum(Pollutant pollutant) {
        return sums[pollutant.place()];
    }

    /** How many stations have a value of a pollutant. */
    public int stations(Pollutant pollutant) {
        return stations[pollutant.place()];
    }

    /** Whether no station has a value of a pollutant. */
    public boolean isMissing(Pollutant pollutant) {
        return stations[pollutant.place()] == 0;
    }

    /** Whether no station has a value of any pollutant. */
    boolean isEmpty() {
        for (int count : stations) {
            if (count != 0) {
                return false;
            }
        }
        return true;
    }

    /** The mean in the steps in which it is published, rounded half to even, or {@link Pollutant#MISSING}. */
    public int steps(Pollutant pollutant) {
        int place = pollutant.place();
        if (stations[place] == 0) {
            return Pollutant.MISSING;
        }
        return (int) HalfEven.quotient(sums[place], (long) stations[place] * partsOfTick * pollutant.ticksOfStep());
    }

    /** All means in steps, each at its pollutant's place. */
    public int[] steps() {
        int[] steps = new int[Pollutant.COUNT];
        for (Pollutant pollutant : Pollutant.all()) {
            steps[pollutant.place()] = steps(pollutant);
        }
        return steps;
    }

    void write(NumberWriter out) {
        for (int place = 0; place < Pollutant.COUNT; place++) {
            out.put(stations[place]);
            if (stations[place] != 0) {
                out.put(sums[place]);
            }
        }
    }

    /** Writes the values of an hour as their change since the hour before, which mostly fits a byte. */
    void writeSince(StationMeans before, NumberWriter out) {
        int changedStations = 0;
        for (int place = 0; place < Pollutant.COUNT; place++) {
            changedStations |= (stations[place] != before.stations[place] ? 1 : 0) << place;
        }
        out.put(changedStations);
        for (int place = 0; place < Pollutant.COUNT; place++) {
            if ((changedStations >> place & 1) == 1) {
                out.put(stations[place]);
            }
            if (stations[place] != 0) {
                out.putSigned(sums[place] - before.sums[place]);
            }
        }
    }

    /** Reads what {@link #writeSince} wrote. */
    static StationMeans readHourSince(StationMeans before, NumberReader in) {
        StationMeans read = ofHour();
        int changedStations = in.nextInt();
        for (int place = 0; place < Pollutant.COUNT; place++) {
            boolean changed = (changedStations >> place & 1) == 1;
            read.stations[place] = changed ? in.nextInt() : before.stations[place];
            read.sums[place] = read.stations[place] == 0 ? 0 : before.sums[place] + in.nextSigned();
        }
        return read;
    }

    /** Reads the values of a day. */
    static StationMeans readDay(NumberReader in) {
        StationMeans read = ofDay();
        for (int place = 0; place < Pollutant.COUNT; place++) {
            read.stations[place] = in.nextInt();
            read.sums[place] = read.stations[place] == 0 ? 0 : in.next();
        }
        return read;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StationMeans means
                && partsOfTick == means.partsOfTick
                && Arrays.equals(sums, means.sums)
                && Arrays.equals(stations, means.stations);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(sums) + Arrays.hashCode(stations);
    }

    @Override
    public String toString() {
        return Arrays.toString(sums) + " of " + Arrays.toString(stations);
    }
}
