package dev.pennant.jobs.varint;

/**
 * Goes through the fields of an encoded event. What cannot be read leaves it broken, and whatever is read after that is worthless. It lives only
 * within one method, so that the compiler keeps it in registers.
 *
 * <p>Behind the end there have to be {@value #MARGIN} bytes that can be read; what stands there does not matter.
 */
public final class Cursor {
    /** So many bytes can be read behind the end, so that loads of eight bytes never pass what there is. */
    public static final int MARGIN = 64;

    /** Bits of a byte that say that a number goes on, or is below zero. */
    private static final int LONGER_OR_NEGATIVE = 0x81;

    private final byte[] bytes;
    private final int end;
    private int at;
    private boolean broken;

    /** Stands at a place of some bytes, before an end. */
    public Cursor(byte[] bytes, int from, int end) {
        this.bytes = bytes;
        this.end = end;
        this.at = from;
    }

    /** The next eight bytes, the first one lowest. */
    public long fixed() {
        long loaded = Varint.load(bytes, at);
        at += Long.BYTES;
        return loaded;
    }

    /** The next two bytes, the first one lowest. */
    public short fixedShort() {
        short loaded = (short) Varint.load(bytes, at);
        at += Short.BYTES;
        return loaded;
    }

    /** The next number. */
    public long number() {
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
    public int textLength() {
        long length = shortNumber();
        if (length < 1 || length > end - at) {
            broken = true;
            return 0;
        }
        return (int) length;
    }

    /** The next number, which mostly is of one byte and not below zero: 1 ns less than {@link #number} then. */
    public long shortNumber() {
        int first = bytes[at];
        if ((first & LONGER_OR_NEGATIVE) != 0) {
            return number();
        }
        at++;
        return first >> 1;
    }

    /**
     * The next number, which mostly is of one or two bytes, and as long as the last one at its place: where a processor can foresee that, it need not
     * wait for one number to find the next.
     */
    public long steadyNumber() {
        int first = bytes[at];
        int second = bytes[at + 1];
        if ((first & second) < 0) {
            return number();
        }
        return shortDigits(first, second);
    }

    /** Like {@link #steadyNumber}, of 32 bits: what a longer one has above them is left out, as Kafka leaves it out. */
    public int steadyInt() {
        int first = bytes[at];
        int second = bytes[at + 1];
        if ((first & second) < 0) {
            return Varint.lowerHalf(number());
        }
        return shortDigits(first, second);
    }

    private int shortDigits(int first, int second) {
        if (first >= 0) {
            at++;
            return Varint.unzigzag(first);
        }
        at += 2;
        return Varint.unzigzag((first & 0x7F) | (second << 7));
    }

    /** Where it stands. */
    public int at() {
        return at;
    }

    /** Passes some bytes. */
    public void skip(int length) {
        at += length;
    }

    /** The next boolean. */
    public boolean flag() {
        byte flag = bytes[at++];
        broken |= (flag & ~1) != 0;
        return flag != 0;
    }

    /** Whether everything could be read, and nothing is left over. */
    public boolean isAtEnd() {
        return at == end && !broken;
    }
}
