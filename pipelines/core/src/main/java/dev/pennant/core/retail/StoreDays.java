package dev.pennant.core.retail;

import dev.pennant.core.indicator.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** What is always at hand of the store whose days are summed: where it may have counted, from when on made up, and how much was applied. */
public final class StoreDays {
    private final NavigableMap<Integer, Integer> leftFrom = new TreeMap<>();
    private final NavigableMap<Integer, Integer> syntheticFrom = new TreeMap<>();
    private int firstDay = Integer.MAX_VALUE;
    private int lastDay = -1;
    private Version version = new Version(0, 0);

    /** Takes note that the store may once have counted in a unit from a day on, and that readers may have seen it there. */
    void left(int unit, int fromDay) {
        leftFrom.merge(unit, fromDay, Math::min);
    }

    /** The units in which the store may once have counted on a day. */
    List<Integer> leftOn(int day) {
        List<Integer> units = new ArrayList<>();
        for (Map.Entry<Integer, Integer> left : leftFrom.entrySet()) {
            if (left.getValue() <= day) {
                units.add(left.getKey());
            }
        }
        return units;
    }

    /** Takes note that something was sold in a unit on a day. */
    void sold(int unit, int day, boolean synthetic) {
        firstDay = Math.min(firstDay, day);
        lastDay = Math.max(lastDay, day);
        if (synthetic) {
            syntheticFrom.merge(unit, day, Math::min);
        }
    }

    /** The first day on which anything was sold; after any other where nothing was. */
    int firstDay() {
        return firstDay;
    }

    /** The last day on which anything was sold; −1 where nothing was. */
    int lastDay() {
        return lastDay;
    }

    /** Whether sales in a unit are made up by a day. */
    boolean isSynthetic(int unit, int day) {
        return syntheticFrom.getOrDefault(unit, Integer.MAX_VALUE) <= day;
    }

    /** Counts an input. */
    public void countInput(long runEpoch) {
        version = version.next(runEpoch);
    }

    /** The version of the last input. */
    public Version version() {
        return version;
    }

    /** Writes the days, see {@link #read}. */
    public void write(NumberPacker out) {
        out.put(version.packed()).put(firstDay).putSigned(lastDay);
        write(leftFrom, out);
        write(syntheticFrom, out);
    }

    /** Reads what {@link #write} wrote. */
    public static StoreDays read(NumberUnpacker in) {
        StoreDays read = new StoreDays();
        read.version = Version.unpacked(in.next());
        read.firstDay = in.nextInt();
        read.lastDay = (int) in.nextSigned();
        read(read.leftFrom, in);
        read(read.syntheticFrom, in);
        return read;
    }

    private static void write(Map<Integer, Integer> days, NumberPacker out) {
        out.put(days.size());
        days.forEach((unit, day) -> out.put(unit).put(day));
    }

    private static void read(Map<Integer, Integer> days, NumberUnpacker in) {
        int count = in.nextInt();
        for (int unit = 0; unit < count; unit++) {
            days.put(in.nextInt(), in.nextInt());
        }
    }
}
