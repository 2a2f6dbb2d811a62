package dev.pennant.core.retail;

import java.util.Arrays;

/** Writes whole numbers one after the other, each in as many bytes as it needs: seven bits a byte. */
public final class NumberPacker {
    private static final int MOST_BYTES = 10;

    private byte[] bytes;
    private int length;

    /**
     * Begins.
     *
     * @param expectedLength how many bytes there will be, about
     */
    public NumberPacker(int expectedLength) {
        bytes = new byte[Math.max(expectedLength, MOST_BYTES)];
    }

    /** Writes a number that is small when it is not negative; any is taken. */
    public NumberPacker put(long number) {
        if (bytes.length - length < MOST_BYTES) {
            bytes = Arrays.copyOf(bytes, 2 * bytes.length);
        }
        long rest = number;
        while ((rest & ~0x7FL) != 0) {
            bytes[length++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[length++] = (byte) rest;
        return this;
    }

    /** Writes a number of either sign. */
    public NumberPacker putSigned(long number) {
        return put(number << 1 ^ number >> 63);
    }

    /** How many bytes of {@link #bytes()} are written. */
    public int length() {
        return length;
    }

    /** The packer's own array. */
    public byte[] bytes() {
        return bytes;
    }
}
