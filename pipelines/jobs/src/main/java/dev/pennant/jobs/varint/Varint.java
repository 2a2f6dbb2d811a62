package dev.pennant.jobs.varint;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Avro's numbers: zigzag, seven bits a byte, the lowest first. One of up to eight bytes is read by one load and put together without a branch, as
 * fast for six bytes as for one; eight bytes from where it begins have to be readable.
 */
public final class Varint {
    /** The longest number, of 64 bits. */
    public static final int LONGEST = 10;

    /** The order of the bytes in {@link #load}. */
    public static final ByteOrder ORDER = ByteOrder.LITTLE_ENDIAN;

    private static final VarHandle LITTLE_ENDIAN_LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ORDER);
    private static final long CONTINUES = 0x8080808080808080L;

    private Varint() {}

    /** The eight bytes at a place, the first one lowest. */
    public static long load(byte[] bytes, int at) {
        return (long) LITTLE_ENDIAN_LONG.get(bytes, at);
    }

    /** How many bytes the number takes that the loaded bytes begin with; nine when it is longer than they are. */
    public static int length(long loaded) {
        return (Long.numberOfTrailingZeros(~loaded & CONTINUES) >>> 3) + 1;
    }

    /** The number in the lowest bytes of what was loaded, one to eight. */
    public static long value(long loaded, int length) {
        long bits = loaded & (-1L >>> (Long.SIZE - 8 * length));
        bits = (bits & 0x007F007F007F007FL) | ((bits & 0x7F007F007F007F00L) >>> 1);
        bits = (bits & 0x00003FFF00003FFFL) | ((bits & 0x3FFF00003FFF0000L) >>> 2);
        bits = (bits & 0x000000000FFFFFFFL) | ((bits & 0x0FFFFFFF00000000L) >>> 4);
        return unzigzag(bits);
    }

    /** How many bytes a number of nine or more takes; more than {@link #LONGEST} when it is none. */
    public static int lengthOfLong(byte[] bytes, int at) {
        int length = 9;
        while (length <= LONGEST && bytes[at + length - 1] < 0) {
            length++;
        }
        return length;
    }

    /** A number of nine or ten bytes. */
    public static long longValue(byte[] bytes, int at, int length) {
        long bits = 0;
        for (int digit = 0; digit < length; digit++) {
            bits |= (bytes[at + digit] & 0x7FL) << (7 * digit);
        }
        return unzigzag(bits);
    }

    /** The number of 32 bits whose digits are the lowest 32 bits of a longer one's. */
    static int lowerHalf(long number) {
        int bits = (int) ((number << 1) ^ (number >> (Long.SIZE - 1)));
        return unzigzag(bits);
    }

    static int unzigzag(int bits) {
        return (bits >>> 1) ^ -(bits & 1);
    }

    static long unzigzag(long bits) {
        return (bits >>> 1) ^ -(bits & 1);
    }
}
