package dev.pennant.core.air;

import dev.pennant.core.packed.NumberReader;
import dev.pennant.core.packed.NumberWriter;
import dev.pennant.core.period.ReportingDay;
import java.util.BitSet;
import java.util.Collection;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/** A calendar year of a unit: what is known of each day, and how far time has gone. Days are plain numbers, as ReportingHour counts them. */
public final class UnitYear {
    private static final int UNKNOWN = 0;
    private static final int NOBODY = 0;

    private final int year;
    private final int first;
    private final AirYear means;
    /** Of each day one more than the hours that have begun; nothing of an unknown one. */
    private final byte[] begun;
    /** Of each day which levels of units have marked it as one of sand and dust, a bit each. */
    private final byte[] dustMarks;

    private final BitSet synthetic;

    /** A year of which nothing is known. */
    public UnitYear(int year) {
        this(year, new AirYear(year), new BitSet());
    }

    private UnitYear(int year, AirYear means, BitSet synthetic) {
        this.year = year;
        this.means = means;
        this.synthetic = synthetic;
        first = ReportingDay.firstOf(year);
        int days = ReportingDay.lastOf(year) - first + 1;
        begun = new byte[days];
        dustMarks = new byte[days];
    }

    /** Which calendar year it is. */
    public int year() {
        return year;
    }

    /** Sets what is known of a day; one that no station was read on is forgotten. */
    public void set(UnitDay day) {
        int place = day.day() - first;
        if (day.stations() == 0) {
            means.forget(day.day());
            begun[place] = UNKNOWN;
        } else {
            means.set(day.day(), day.means());
            begun[place] = (byte) (1 + day.hoursBegun());
        }
        synthetic.set(place, day.isSynthetic());
    }

    /**
     * Marks a day as one of sand and dust, or takes the mark off; it is one as long as any level marks it.
     *
     * @param level 0 of the unit itself, 1 of the unit that it belongs to, and so on
     */
    public void markDust(int day, int level, boolean isDust) {
        int place = day - first;
        int bit = 1 << level;
        dustMarks[place] = (byte) (isDust ? dustMarks[place] | bit : dustMarks[place] & ~bit);
        means.markDust(day, dustMarks[place] != NOBODY);
    }

    /** Whether a day is one of sand and dust. */
    public boolean isDust(int day) {
        return means.isDust(day);
    }

    boolean isKnown(int day) {
        return begun[day - first] != UNKNOWN;
    }

    /** The last day on which anything was read, or the day before the year. */
    public int lastKnown() {
        return lastKnownBefore(first + begun.length).orElse(first - 1);
    }

    /** The last day before another on which anything was read. */
    Optional<Integer> lastKnownBefore(int day) {
        for (int place = day - first - 1; place >= 0; place--) {
            if (begun[place] != UNKNOWN) {
                return Optional.of(first + place);
            }
        }
        return Optional.empty();
    }

    /** Some days that have changed, and before each the last one on which anything was read: whether that is over depends on what follows. */
    public NavigableSet<Integer> withThoseBefore(Collection<Integer> changed) {
        NavigableSet<Integer> days = new TreeSet<>(changed);
        changed.forEach(day -> lastKnownBefore(day).ifPresent(days::add));
        return days;
    }

    /**
     * How many hours of a day are covered: all of one that is followed by another, or that is not known.
     *
     * @param followed whether anything is known of the year after
     */
    public int hours(int day, boolean followed) {
        int hours = begun[day - first] - 1;
        return !followed && day == lastKnown() && hours > 0 ? hours : StationDay.HOURS;
    }

    /**
     * Whether time has gone on to a day: anything was read on it, or later. Of a year that is followed by another it has gone to the end.
     *
     * @param followed whether anything is known of the year after
     */
    boolean reaches(int day, boolean followed) {
        return followed ? isKnown() : lastKnown() >= day;
    }

    /** Whether anything was read on any of its days. */
    public boolean isKnown() {
        return lastKnown() >= first;
    }

    /** Whether nothing was read in it before a day. */
    public boolean beginsWith(int day) {
        return lastKnownBefore(day).isEmpty();
    }

    boolean isSynthetic(AirSpan span) {
        int place = synthetic.nextSetBit(span.first() - first);
        return place >= 0 && place <= span.last() - first;
    }

    AirYear means() {
        return means;
    }

    /** Writes it, see {@link #read}. */
    public void write(NumberWriter out) {
        out.put(year);
        means.write(out);
        for (int place = 0; place < begun.length; place++) {
            out.put((long) begun[place] << 4 | dustMarks[place] << 1 | (synthetic.get(place) ? 1 : 0));
        }
    }

    /** Reads what {@link #write} wrote. */
    public static UnitYear read(NumberReader in) {
        UnitYear read = new UnitYear(in.nextInt(), AirYear.read(in), new BitSet());
        for (int place = 0; place < read.begun.length; place++) {
            int marks = in.nextInt();
            read.begun[place] = (byte) (marks >> 4);
            read.dustMarks[place] = (byte) (marks >> 1 & 7);
            read.synthetic.set(place, (marks & 1) == 1);
        }
        return read;
    }
}
