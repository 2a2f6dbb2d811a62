package dev.pennant.jobs.retail.source;

/**
 * Goes through the fields of an encoded event. What cannot be read leaves it broken, and whatever is read after that is worthless. It lives only
 * within one method, so that the compiler keeps it in registers.
 *
 * <p>Behind the end there have to be 64 bytes that can be read; what stands there does not matter.
 */
final class Cursor {
    /** Bits of a byte that say that a number goes on, or is below zero. */
    private static final int LONGER_OR_NEGATIVE = 0x81;

    private final byte[] bytes;
    private final int end;
    private int at;
    private boolean broken;

    Cursor(byte[] bytes, int from, int end) {
        this.bytes = bytes;
        this.end = end;
        this.at = from;
    }

    /** The next eight bytes, the first one lowest. */
    long fixed() {
        long loaded = Varint.load(bytes, at);
        at += Long.BYTES;
        return loaded;
    }

    /** The next two bytes, the first one lowest. */
    short fixedShort() {
        short loaded = (short) Varint.load(bytes, at);
        at += Short.BYTES;
        return loaded;
    }

    /** The next number. */
    long number() {
        long loaded = Varint.load(bytes, at);
        int length = Varint.length(loaded);
        if (length > Long.BYTES) {
            return longNumber();
        }
        at += length;
        return Varint.value(loaded, length);
    }

    private long longNumber() {
        int length = Varint.lengthOfLong(bytes, at);
        if (length > Varint.LONGEST) {
            broken = true;
            return 0;
        }
        int start = at;
        at += length;
        return Varint.longValue(bytes, start, length);
    }

    /** Begins the next text: says how long it is, and stands at its first byte. Zero when there is none. */
    int textLength() {
        long length = shortNumber();
        if (length < 1 || length > end - at) {
            broken = true;
            return 0;
        }
        return (int) length;
    }

    /** The next number, which mostly is of one byte and not below zero: 1 ns less than {@link #number} then. */
    private long shortNumber() {
        int first = bytes[at];
        if ((first & LONGER_OR_NEGATIVE) != 0) {
            return number();
        }
        at++;
        return first >> 1;
    }

    /** Where it stands. */
    int at() {
        return at;
    }

    void skip(int length) {
        at += length;
    }

    /** The number of the next text among names, or {@link Names#UNKNOWN}. */
    int name(Names names) {
        int length = textLength();
        if (broken) {
            return Names.UNKNOWN;
        }
        int name = names.find(bytes, at, length);
        at += length;
        return name;
    }

    /** The next boolean. */
    boolean flag() {
        byte flag = bytes[at++];
        broken |= (flag & ~1) != 0;
        return flag != 0;
    }

    /** Whether everything could be read, and nothing is left over. */
    boolean isAtEnd() {
        return at == end && !broken;
    }
}
