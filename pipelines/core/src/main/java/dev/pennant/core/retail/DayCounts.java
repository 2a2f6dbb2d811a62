package dev.pennant.core.retail;

import dev.pennant.core.packed.NumberReader;
import dev.pennant.core.packed.NumberWriter;
import java.util.Arrays;

/** How a number of stores grows and shrinks by the day. Only the days on which it does are kept. */
final class DayCounts {
    private int[] days = new int[4];
    private int[] counts = new int[4];
    private int size;

    /** Changes the number from a day on. */
    void add(int day, int change) {
        int place = Arrays.binarySearch(days, 0, size, day);
        if (place < 0) {
            place = -place - 1;
            insert(place, day);
        }
        for (int later = place; later < size; later++) {
            counts[later] += change;
        }
        if (counts[place] == (place == 0 ? 0 : counts[place - 1])) {
            remove(place);
        }
    }

    /** The number after a day, that day's change included. */
    int through(int day) {
        int place = Arrays.binarySearch(days, 0, size, day);
        int last = place >= 0 ? place : -place - 2;
        return last < 0 ? 0 : counts[last];
    }

    void write(NumberWriter out) {
        out.put(size);
        for (int place = 0; place < size; place++) {
            out.put(days[place]).putSigned(counts[place]);
        }
    }

    static DayCounts read(NumberReader in) {
        DayCounts read = new DayCounts();
        read.size = in.nextInt();
        read.days = new int[read.size + 1];
        read.counts = new int[read.size + 1];
        for (int place = 0; place < read.size; place++) {
            read.days[place] = in.nextInt();
            read.counts[place] = (int) in.nextSigned();
        }
        return read;
    }

    private void insert(int place, int day) {
        if (size == days.length) {
            days = Arrays.copyOf(days, 2 * size);
            counts = Arrays.copyOf(counts, 2 * size);
        }
        System.arraycopy(days, place, days, place + 1, size - place);
        System.arraycopy(counts, place, counts, place + 1, size - place);
        days[place] = day;
        counts[place] = place == 0 ? 0 : counts[place - 1];
        size++;
    }

    private void remove(int place) {
        size--;
        System.arraycopy(days, place + 1, days, place, size - place);
        System.arraycopy(counts, place + 1, counts, place, size - place);
    }
}
