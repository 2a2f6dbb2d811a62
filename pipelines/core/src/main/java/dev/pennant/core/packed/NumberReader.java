package dev.pennant.core.packed;

/** Reads the numbers that a {@link NumberWriter} wrote, in the same order. */
public final class NumberReader {
    private final byte[] bytes;
    private int position;

    /**
     * Begins.
     *
     * @param bytes what was written, possibly with more behind it
     */
    public NumberReader(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The next number, of {@link NumberWriter#put}. */
    public long next() {
        byte digit = bytes[position++];
        long number = digit & 0x7F;
        for (int shift = 7; digit < 0; shift += 7) {
            digit = bytes[position++];
            number |= (long) (digit & 0x7F) << shift;
        }
        return number;
    }

    /** The next number, of {@link NumberWriter#put}, where it is one of 32 bits. */
    public int nextInt() {
        return (int) next();
    }

    /** The next number, of {@link NumberWriter#putSigned}. */
    public long nextSigned() {
        long number = next();
        return number >>> 1 ^ -(number & 1);
    }

    /** The next number, of {@link NumberWriter#putFixed}. */
    public long nextFixed() {
        long number = 0;
        for (int digit = 0; digit < Long.BYTES; digit++) {
            number = (number << Byte.SIZE) | (bytes[position++] & 0xFF);
        }
        return number;
    }
}
