package dev.pennant.core.air;

import dev.pennant.core.packed.NumberReader;
import dev.pennant.core.packed.NumberWriter;
import dev.pennant.core.period.ReportingDay;
import dev.pennant.core.period.ReportingHour;
import java.util.Arrays;
import java.util.BitSet;

/**
 * A station's hours of a span of days, of each the reading of the highest revision. Hours and days are plain numbers, as {@link ReportingHour} counts
 * them; concentrations are in ticks of {@link Pollutant}.
 *
 * <p>Days on which nothing was read take no room.
 */
public final class StationHours {
    private static final int NONE = -1;

    private final int firstDay;
    /** Of each day the concentrations, one hour after the other; null until something is read on it. */
    private final int[][] ticks;
    /** Of each day the revisions of its hours. */
    private final int[][] revisions;

    private final BitSet syntheticHours = new BitSet();

    private StationHours(int firstDay, int days) {
        this.firstDay = firstDay;
        ticks = new int[days][];
        revisions = new int[days][];
    }

    /** Of a calendar year, without any reading. */
    public static StationHours ofYear(int year) {
        int first = ReportingDay.firstOf(year);
        return new StationHours(first, ReportingDay.lastOf(year) - first + 1);
    }

    /** Of a single day, without any reading. */
    public static StationHours ofDay(int day) {
        return new StationHours(day, 1);
    }

    /**
     * Takes a reading.
     *
     * @param hour which hour
     * @param revision not negative; the highest stands
     * @param concentrations of each pollutant at its place, not negative, or {@link Pollutant#MISSING}
     * @param synthetic whether it was made up, as those of a demonstration are
     */
    public Filed file(int hour, int revision, int[] concentrations, boolean synthetic) {
        int day = ReportingHour.day(hour) - firstDay;
        int slot = ReportingHour.hourOfDay(hour);
        if (ticks[day] == null) {
            open(day);
        }
        int from = slot * Pollutant.COUNT;
        boolean same = Arrays.equals(ticks[day], from, from + Pollutant.COUNT, concentrations, 0, Pollutant.COUNT);
        int standing = revisions[day][slot];
        if (revision <= standing) {
            if (revision < standing) {
                return Filed.SUPERSEDED;
            }
            return same ? Filed.UNCHANGED : Filed.CONFLICTING;
        }
        revisions[day][slot] = revision;
        System.arraycopy(concentrations, 0, ticks[day], from, Pollutant.COUNT);
        syntheticHours.set(day * StationDay.HOURS + slot, synthetic);
        return same && standing != NONE ? Filed.UNCHANGED : Filed.CHANGED;
    }

    /** The revision that stands for an hour, or -1 where nothing was read. */
    public int revision(int hour) {
        int[] ofDay = revisions[ReportingHour.day(hour) - firstDay];
        return ofDay == null ? NONE : ofDay[ReportingHour.hourOfDay(hour)];
    }

    /** An hour's concentrations; nothing is valid where nothing was read. */
    public StationMeans hour(int hour) {
        StationMeans means = StationMeans.ofHour();
        int[] ofDay = ticks[ReportingHour.day(hour) - firstDay];
        if (ofDay != null) {
            int from = ReportingHour.hourOfDay(hour) * Pollutant.COUNT;
            for (Pollutant pollutant : Pollutant.all()) {
                int concentration = ofDay[from + pollutant.place()];
                if (concentration != Pollutant.MISSING) {
                    means.add(pollutant, concentration);
                }
            }
        }
        return means;
    }

    /** Whether anything was read on a day. */
    public boolean isRead(int day) {
        return ticks[day - firstDay] != null;
    }

    /** The values of a day on which something was read. */
    public StationDay day(int day, AirValidity validity) {
        return StationDay.of(ticks[day - firstDay], validity);
    }

    /** The revisions of a day's hours, -1 where nothing was read. */
    public int[] revisions(int day) {
        return revisions[day - firstDay].clone();
    }

    /** Whether any reading of a day that stands was made up. */
    public boolean isSynthetic(int day) {
        int from = (day - firstDay) * StationDay.HOURS;
        int next = syntheticHours.nextSetBit(from);
        return next >= 0 && next < from + StationDay.HOURS;
    }

    /** A copy that does not change with this one. */
    public StationHours copy() {
        StationHours copy = new StationHours(firstDay, ticks.length);
        for (int day = 0; day < ticks.length; day++) {
            if (ticks[day] != null) {
                copy.ticks[day] = ticks[day].clone();
                copy.revisions[day] = revisions[day].clone();
            }
        }
        copy.syntheticHours.or(syntheticHours);
        return copy;
    }

    /** Writes the hours that were read: concentrations as the change since the hour before, which mostly fits a byte. */
    public void write(NumberWriter out) {
        out.put(firstDay).put(ticks.length);
        int[] before = new int[Pollutant.COUNT];
        int skipped = 0;
        for (int day = 0; day < ticks.length; day++) {
            for (int slot = 0; slot < StationDay.HOURS; slot++) {
                if (ticks[day] == null || revisions[day][slot] == NONE) {
                    skipped++;
                    continue;
                }
                boolean synthetic = syntheticHours.get(day * StationDay.HOURS + slot);
                out.put(skipped).put((long) revisions[day][slot] << 1 | (synthetic ? 1 : 0));
                skipped = 0;
                for (int place = 0; place < Pollutant.COUNT; place++) {
                    int concentration = ticks[day][slot * Pollutant.COUNT + place];
                    out.putSigned((long) concentration - before[place]);
                    before[place] = concentration;
                }
            }
        }
        // No hour follows this many.
        out.put((long) ticks.length * StationDay.HOURS);
    }

    /** Reads what was written. */
    public static StationHours read(NumberReader in) {
        StationHours read = new StationHours(in.nextInt(), in.nextInt());
        int[] concentrations = new int[Pollutant.COUNT];
        int hours = read.ticks.length * StationDay.HOURS;
        for (int hour = in.nextInt(); hour < hours; hour += 1 + in.nextInt()) {
            long revision = in.next();
            for (int place = 0; place < Pollutant.COUNT; place++) {
                concentrations[place] += (int) in.nextSigned();
            }
            read.file(
                    ReportingHour.firstHour(read.firstDay) + hour,
                    (int) (revision >>> 1),
                    concentrations,
                    (revision & 1) == 1);
        }
        return read;
    }

    private void open(int day) {
        ticks[day] = new int[StationDay.VALUES];
        Arrays.fill(ticks[day], Pollutant.MISSING);
        revisions[day] = new int[StationDay.HOURS];
        Arrays.fill(revisions[day], NONE);
    }
}
