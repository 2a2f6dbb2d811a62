package dev.pennant.jobs.retail.source;

import dev.pennant.jobs.varint.Varint;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/**
 * Numbers for texts, looked up by their bytes where they stand, without making a string of them. Two texts never share a number by chance.
 *
 * <p>A text of up to {@value #SHORT} bytes is three numbers, filled up with zeros, and is found without a branch that depends on its length: the
 * lengths of names follow no pattern that a processor could foresee.
 */
final class Names {
    /** What a text has that is not there. */
    static final int UNKNOWN = -1;

    /** So many bytes from where a text begins have to be readable, whatever stands behind it. */
    static final int SHORT = 3 * Long.BYTES;

    /** Which bytes of a word belong to a text, by how many of its bytes there are from the word's first on; plus 16, for those before it. */
    private static final long[] MASKS = masks();

    /** Odd numbers with bits all over, none a small multiple of another: the first digits of the golden ratio, of pi and of e behind the point. */
    private static final long SPREAD_FIRST = 0x9E3779B97F4A7C15L;

    private static final long SPREAD_SECOND = 0x243F6A8885A308D3L;
    private static final long SPREAD_THIRD = 0xB7E151628AED2A6BL;

    /** What an entry takes: its length and number, and the three words of its text, side by side. */
    private static final int ENTRY = 4;

    /** A table smaller than this grows until each text is where it is looked for first: names of a catalogue are found without a guess. */
    private static final int SMALL = 1024 * ENTRY;

    /** Entry by entry; zero first where one is free. */
    private long[] entries = new long[16 * ENTRY];

    private int count;

    private final Map<ByteBuffer, Integer> longer = new HashMap<>();

    /** The number of a text, or {@link #UNKNOWN}. */
    int find(byte[] bytes, int from, int length) {
        if (length > SHORT) {
            return longer.getOrDefault(ByteBuffer.wrap(bytes, from, length), UNKNOWN);
        }
        long first = Varint.load(bytes, from) & MASKS[length + 2 * Long.BYTES];
        long second = Varint.load(bytes, from + Long.BYTES) & MASKS[length + Long.BYTES];
        long third = Varint.load(bytes, from + 2 * Long.BYTES) & MASKS[length];
        int at = place(first, second, third);
        for (long head = entries[at]; head != 0; head = entries[at]) {
            long different = (head >>> Integer.SIZE) ^ length;
            different |= (entries[at + 1] ^ first) | (entries[at + 2] ^ second) | (entries[at + 3] ^ third);
            if (different == 0) {
                return (int) head;
            }
            at = next(at);
        }
        return UNKNOWN;
    }

    /** Gives a text its number; it has none yet. */
    void add(byte[] text, int number) {
        if (text.length > SHORT) {
            longer.put(ByteBuffer.wrap(text.clone()), number);
            return;
        }
        if (2 * ENTRY * (count + 1) > entries.length) {
            grow();
        }
        ByteBuffer words = ByteBuffer.allocate(SHORT).order(Varint.ORDER).put(0, text);
        put((long) text.length << Integer.SIZE | number, words.getLong(), words.getLong(), words.getLong());
        count++;
    }

    private void put(long head, long first, long second, long third) {
        int at = place(first, second, third);
        while (entries[at] != 0) {
            if (entries.length < SMALL) {
                grow();
                put(head, first, second, third);
                return;
            }
            at = next(at);
        }
        entries[at] = head;
        entries[at + 1] = first;
        entries[at + 2] = second;
        entries[at + 3] = third;
    }

    private void grow() {
        long[] before = entries;
        entries = new long[2 * before.length];
        for (int at = 0; at < before.length; at += ENTRY) {
            if (before[at] != 0) {
                put(before[at], before[at + 1], before[at + 2], before[at + 3]);
            }
        }
    }

    /**
     * Where a text's entry is looked for first. Spread twice, as what differs in consecutive ids stands in their highest bytes, which one
     * multiplication brings to the highest bits alone.
     */
    private int place(long first, long second, long third) {
        long hash = first * SPREAD_FIRST + Long.rotateLeft(second, 32) * SPREAD_SECOND + third * SPREAD_THIRD;
        hash = (hash ^ (hash >>> 32)) * SPREAD_FIRST;
        return (int) (hash >>> 32) & (entries.length - ENTRY);
    }

    private int next(int at) {
        return (at + ENTRY) & (entries.length - ENTRY);
    }

    private static long[] masks() {
        long[] masks = new long[SHORT + 2 * Long.BYTES + 1];
        for (int place = 0; place < masks.length; place++) {
            int bytes = Math.min(Math.max(place - 2 * Long.BYTES, 0), Long.BYTES);
            masks[place] = bytes == 0 ? 0 : -1L >>> (Long.SIZE - Byte.SIZE * bytes);
        }
        return masks;
    }
}
