package dev.pennant.core.retail;

import dev.pennant.core.packed.NumberReader;
import dev.pennant.core.packed.NumberWriter;
import dev.pennant.core.period.ReportingDay;

/** The sales of one year, refunds taken off, by day in fen; and when in it anything was first sold, and first made up. */
public final class SalesYear {
    private static final int NEVER = Integer.MAX_VALUE;

    private final int firstDay;
    private final DaySums net;
    private int firstHour;
    private int firstSyntheticDay;

    /** A year in which nothing was sold. */
    SalesYear(int year) {
        this(ReportingDay.firstOf(year), new DaySums(), NEVER, NEVER);
    }

    private SalesYear(int firstDay, DaySums net, int firstHour, int firstSyntheticDay) {
        this.firstDay = firstDay;
        this.net = net;
        this.firstHour = firstHour;
        this.firstSyntheticDay = firstSyntheticDay;
    }

    /** Adds what was sold in an hour of a day of this year. */
    void add(int day, int hour, long amount, boolean synthetic) {
        net.add(day - firstDay, amount);
        soldIn(hour);
        if (synthetic) {
            syntheticOn(day);
        }
    }

    /** Replaces what was sold on a day. */
    void set(int day, long amount) {
        net.set(day - firstDay, amount);
    }

    void soldIn(int hour) {
        if (hour < firstHour) {
            firstHour = hour;
        }
    }

    /** Notes that something sold on a day was made up. */
    void syntheticOn(int day) {
        if (day < firstSyntheticDay) {
            firstSyntheticDay = day;
        }
    }

    /** 1 January. */
    int firstDay() {
        return firstDay;
    }

    /** What was sold on a day. */
    long on(int day) {
        return net.of(day - firstDay);
    }

    /** What was sold from 1 January through a day. */
    long through(int day) {
        return net.through(day - firstDay);
    }

    /** Whether anything was sold in this year before an hour. */
    boolean soldBefore(int hour) {
        return firstHour < hour;
    }

    /** Whether anything through a day was made up. */
    boolean isSyntheticThrough(int day) {
        return firstSyntheticDay <= day;
    }

    /** Writes the year, see {@link #read}. */
    public void write(NumberWriter out) {
        out.put(firstDay);
        out.put(firstHour);
        out.put(firstSyntheticDay);
        net.write(out);
    }

    /** Reads what {@link #write} wrote. */
    public static SalesYear read(NumberReader in) {
        int firstDay = in.nextInt();
        int firstHour = in.nextInt();
        int firstSyntheticDay = in.nextInt();
        return new SalesYear(firstDay, DaySums.read(in), firstHour, firstSyntheticDay);
    }
}
