package dev.pennant.core.retail;

/** Reads the numbers that a {@link NumberPacker} wrote, in the same order. */
public final class NumberUnpacker {
    private final byte[] bytes;
    private int position;

    /**
     * Begins.
     *
     * @param bytes what was written, possibly with more behind it
     */
    public NumberUnpacker(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The next number, of {@link NumberPacker#put}. */
    public long next() {
        byte digit = bytes[position++];
        long number = digit & 0x7F;
        for (int shift = 7; digit < 0; shift += 7) {
            digit = bytes[position++];
            number |= (long) (digit & 0x7F) << shift;
        }
        return number;
    }

    /** The next number, of {@link NumberPacker#put}, where it is one of 32 bits. */
    public int nextInt() {
        return (int) next();
    }

    /** The next number, of {@link NumberPacker#putSigned}. */
    public long nextSigned() {
        long number = next();
        return number >>> 1 ^ -(number & 1);
    }
}
