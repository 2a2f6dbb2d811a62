package dev.pennant.jobs.retail.source;

import java.util.Arrays;

/** Numbers for texts, looked up by their bytes where they stand, without making a string of them. Two texts never share a number by chance. */
final class Names {
    /** What a text has that is not there. */
    static final int UNKNOWN = -1;

    /** 2^64 divided by the golden ratio, made odd: spreads the bits of a text upwards. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    /** The upper half of a text's hash and its number plus one; zero where free. */
    private long[] places = new long[16];

    /** The texts one after the other, with room behind the last so that eight bytes can be loaded anywhere. */
    private byte[] texts = new byte[256];

    private int[] ends = new int[16];
    private int[] numbers = new int[16];
    private int count;

    /** The number of a text, or {@link #UNKNOWN}. */
    int find(byte[] bytes, int from, int length) {
        long hash = hash(bytes, from, length);
        int mask = places.length - 1;
        for (int place = (int) hash & mask; places[place] != 0; place = (place + 1) & mask) {
            if ((int) (places[place] >>> 32) == (int) (hash >>> 32)) {
                int entry = (int) places[place] - 1;
                int start = entry == 0 ? 0 : ends[entry - 1];
                if (Arrays.equals(texts, start, ends[entry], bytes, from, from + length)) {
                    return numbers[entry];
                }
            }
        }
        return UNKNOWN;
    }

    /** Gives a text its number; it has none yet. */
    void add(byte[] text, int number) {
        int start = count == 0 ? 0 : ends[count - 1];
        if (2 * (count + 1) > places.length) {
            grow();
        }
        texts = start + text.length > texts.length ? Arrays.copyOf(texts, 2 * (start + text.length)) : texts;
        System.arraycopy(text, 0, texts, start, text.length);
        ends[count] = start + text.length;
        numbers[count] = number;
        count++;
        place(hash(text, 0, text.length), count);
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
        ends = Arrays.copyOf(ends, places.length);
        numbers = Arrays.copyOf(numbers, places.length);
        for (int entry = 0; entry < count; entry++) {
            int start = entry == 0 ? 0 : ends[entry - 1];
            place(hash(texts, start, ends[entry] - start), entry + 1);
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
