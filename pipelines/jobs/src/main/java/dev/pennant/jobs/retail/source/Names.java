package dev.pennant.jobs.retail.source;

import java.util.Arrays;

/** Numbers for texts, looked up by their bytes where they stand, without making a string of them. Two texts never share a number by chance. */
final class Names {
    /** What a text has that is not there. */
    static final int UNKNOWN = -1;

    /** 2^64 divided by the golden ratio, made odd: spreads the bits of a text upwards. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    /** Behind the last text there is so much room that eight bytes can be loaded anywhere. */
    private static final int MARGIN = Long.BYTES;

    /** The upper half of a text's hash, and where its entry begins, plus one; zero where free. */
    private long[] places = new long[16];

    /**
     * One entry after the other: its number, the length of the text, the text, so that all that is needed of one lies in one line of the processor's
     * cache, or two; with the ends and the numbers in arrays of their own a receipt takes 5 ns more.
     */
    private byte[] entries = new byte[256];

    private int end;
    private int count;

    /** The number of a text, or {@link #UNKNOWN}. */
    int find(byte[] bytes, int from, int length) {
        long hash = hash(bytes, from, length);
        int mask = places.length - 1;
        for (int place = (int) hash & mask; places[place] != 0; place = (place + 1) & mask) {
            if ((int) (places[place] >>> 32) == (int) (hash >>> 32)) {
                int entry = (int) places[place] - 1;
                long head = Varint.load(entries, entry);
                if ((int) (head >>> 32) == length && isText(entry + Long.BYTES, bytes, from, length)) {
                    return (int) head;
                }
            }
        }
        return UNKNOWN;
    }

    /** Gives a text its number; it has none yet. */
    void add(byte[] text, int number) {
        int entry = end;
        if (2 * (count + 1) > places.length) {
            grow();
        }
        end = entry + Long.BYTES + text.length;
        entries = end + MARGIN > entries.length ? Arrays.copyOf(entries, 2 * (end + MARGIN)) : entries;
        Varint.store(entries, entry, (long) text.length << 32 | number);
        System.arraycopy(text, 0, entries, entry + Long.BYTES, text.length);
        count++;
        place(hash(text, 0, text.length), entry + 1);
    }

    private boolean isText(int at, byte[] bytes, int from, int length) {
        if (length < Long.BYTES) {
            return Arrays.equals(entries, at, at + length, bytes, from, from + length);
        }
        int last = length - Long.BYTES;
        long different = Varint.load(entries, at + last) ^ Varint.load(bytes, from + last);
        for (int done = 0; done < last; done += Long.BYTES) {
            different |= Varint.load(entries, at + done) ^ Varint.load(bytes, from + done);
        }
        return different == 0;
    }

    private void place(long hash, int entryPlusOne) {
        int mask = places.length - 1;
        int place = (int) hash & mask;
        while (places[place] != 0) {
            place = (place + 1) & mask;
        }
        places[place] = (hash & 0xFFFFFFFF00000000L) | entryPlusOne;
    }

    private void grow() {
        places = new long[2 * places.length];
        for (int entry = 0; entry < end; ) {
            int length = (int) (Varint.load(entries, entry) >>> 32);
            place(hash(entries, entry + Long.BYTES, length), entry + 1);
            entry += Long.BYTES + length;
        }
    }

    /**
     * Eight bytes at a time; the last eight may overlap those before. They are spread twice, as what differs in consecutive ids stands in their
     * highest bytes, which one multiplication leaves out of the lowest bits, and so out of the choice of a place.
     */
    private static long hash(byte[] bytes, int from, int length) {
        long hash = length;
        int last = from + length - Long.BYTES;
        if (last < from) {
            for (int at = from; at < from + length; at++) {
                hash = (hash << 8) ^ (hash >>> 56) ^ bytes[at];
            }
            return spread(hash);
        }
        for (int at = from; at < last; at += Long.BYTES) {
            hash = spread(hash ^ Varint.load(bytes, at));
        }
        return spread(spread(hash ^ Varint.load(bytes, last)));
    }

    private static long spread(long hash) {
        long spread = hash * SPREAD;
        return spread ^ (spread >>> 32);
    }
}
