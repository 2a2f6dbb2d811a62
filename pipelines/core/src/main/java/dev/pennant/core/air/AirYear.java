package dev.pennant.core.air;

import dev.pennant.core.packed.NumberReader;
import dev.pennant.core.packed.NumberWriter;
import dev.pennant.core.period.ReportingDay;
import java.util.BitSet;
import java.util.Optional;

/** The days of a station or a unit in one calendar year, and their statistics. Days are plain numbers, as ReportingHour counts them. */
public final class AirYear {
    private static final int KNOWN = 1;
    private static final int DUST = 2;

    private final int first;
    private final StationMeans[] days;
    private final BitSet dust = new BitSet();

    /** A year of which nothing is known yet. */
    public AirYear(int year) {
        first = ReportingDay.firstOf(year);
        days = new StationMeans[ReportingDay.lastOf(year) - first + 1];
    }

    /** Its first of January. */
    int first() {
        return first;
    }

    /** Forgets a day, as if it never was set. */
    public void forget(int day) {
        days[day - first] = null;
    }

    /** Sets a day's valid values, in place of those it had. */
    public void set(int day, StationMeans means) {
        days[day - first] = means;
    }

    /** A day's valid values, or nothing where it was never set. */
    public Optional<StationMeans> day(int day) {
        return Optional.ofNullable(days[day - first]);
    }

    /** Replaces one station's values in a unit's day by others; either may be of no station. */
    public void replace(int day, StationMeans before, StationMeans after) {
        StationMeans means = StationMeans.ofDay();
        day(day).ifPresent(means::add);
        means.remove(before);
        means.add(after);
        set(day, means);
    }

    /** Marks a day as one of sand and dust, or takes the mark off. */
    public void markDust(int day, boolean isDust) {
        dust.set(day - first, isDust);
    }

    /** Whether a day is marked as one of sand and dust. */
    public boolean isDust(int day) {
        return dust.get(day - first);
    }

    /** Adds up the days of a span that lies in this year. */
    public DayStatistics through(AirSpan span, AirStandards standards) {
        DayStatistics sums = new DayStatistics(standards);
        for (int day = span.first(); day <= span.last(); day++) {
            add(day, sums);
        }
        return sums;
    }

    /** Writes the days that are known. */
    public void write(NumberWriter out) {
        out.put(ReportingDay.year(first));
        for (int day = 0; day < days.length; day++) {
            boolean known = days[day] != null;
            out.put((known ? KNOWN : 0) | (dust.get(day) ? DUST : 0));
            if (known) {
                days[day].write(out);
            }
        }
    }

    /** Reads what was written. */
    public static AirYear read(NumberReader in) {
        AirYear read = new AirYear(in.nextInt());
        for (int day = 0; day < read.days.length; day++) {
            int marks = in.nextInt();
            if ((marks & KNOWN) != 0) {
                read.days[day] = StationMeans.readDay(in);
            }
            read.dust.set(day, (marks & DUST) != 0);
        }
        return read;
    }

    /** Adds a day to sums, where it is known. */
    void add(int day, DayStatistics sums) {
        StationMeans means = days[day - first];
        if (means != null) {
            sums.add(day, means, dust.get(day - first));
        }
    }
}
