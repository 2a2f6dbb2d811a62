package dev.pennant.core.retail;

import dev.pennant.core.indicator.Version;
import dev.pennant.core.packed.NumberReader;
import dev.pennant.core.packed.NumberWriter;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** What is always at hand of the store whose days are summed: where it may have counted, which days are made up, and how much was applied. */
public final class StoreDays {
    private final NavigableMap<Integer, Integer> leftFrom = new TreeMap<>();
    private final NavigableMap<Integer, BitSet> syntheticDays = new TreeMap<>();
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
        reach(day);
        if (synthetic) {
            syntheticDays.computeIfAbsent(unit, first -> new BitSet()).set(day);
        }
    }

    /** Takes note that something was sold on a day, whether it counts in a unit or waits for one. */
    void reach(int day) {
        firstDay = Math.min(firstDay, day);
        lastDay = Math.max(lastDay, day);
    }

    /** The first day on which anything was sold, held or not; after any other where nothing was. */
    int firstDay() {
        return firstDay;
    }

    /** The last day on which anything was sold, held or not; −1 where nothing was. */
    int lastDay() {
        return lastDay;
    }

    /** Whether any sale of a day in a unit was made up. */
    boolean isSynthetic(int unit, int day) {
        BitSet days = syntheticDays.get(unit);
        return days != null && days.get(day);
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
    public void write(NumberWriter out) {
        out.put(version.packed()).put(firstDay).putSigned(lastDay);
        out.put(leftFrom.size());
        leftFrom.forEach((unit, day) -> out.put(unit).put(day));
        out.put(syntheticDays.size());
        syntheticDays.forEach((unit, days) -> {
            int firstWord = days.nextSetBit(0) / Long.SIZE;
            long[] words = days.toLongArray();
            out.put(unit).put(firstWord).put(words.length);
            for (int word = firstWord; word < words.length; word++) {
                out.put(words[word]);
            }
        });
    }

    /** Reads what {@link #write} wrote. */
    public static StoreDays read(NumberReader in) {
        StoreDays read = new StoreDays();
        read.version = Version.unpacked(in.next());
        read.firstDay = in.nextInt();
        read.lastDay = (int) in.nextSigned();
        for (int units = in.nextInt(); units > 0; units--) {
            read.leftFrom.put(in.nextInt(), in.nextInt());
        }
        for (int units = in.nextInt(); units > 0; units--) {
            int unit = in.nextInt();
            int firstWord = in.nextInt();
            long[] words = new long[in.nextInt()];
            for (int word = firstWord; word < words.length; word++) {
                words[word] = in.next();
            }
            read.syntheticDays.put(unit, BitSet.valueOf(words));
        }
        return read;
    }
}
