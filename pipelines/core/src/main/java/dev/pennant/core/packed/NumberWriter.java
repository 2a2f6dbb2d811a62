package dev.pennant.core.packed;

import java.util.Arrays;

/**
 * Writes whole numbers one after the other into a byte array that it keeps and lets grow; {@link NumberReader} reads them. Belongs to one thread.
 */
public final class NumberWriter {
    private static final int MOST_BYTES = 10;

    private byte[] bytes;
    private int length;

    /**
     * Begins.
     *
     * @param expectedLength how many bytes there will be, about
     */
    public NumberWriter(int expectedLength) {
        bytes = new byte[Math.max(expectedLength, MOST_BYTES)];
    }

    /** Begins anew, over the bytes written before. */
    public void clear() {
        length = 0;
    }

    /** Writes a number that is small when it is not negative, in as many bytes as it needs; any is taken. */
    public NumberWriter put(long number) {
        makeRoom();
        length = write(bytes, length, number);
        return this;
    }

    /** Writes a number of either sign, in as many bytes as it needs. */
    public NumberWriter putSigned(long number) {
        return put(number << 1 ^ number >> 63);
    }

    /** Writes a number that is as likely to be one as another, in eight bytes. */
    public NumberWriter putFixed(long number) {
        makeRoom();
        for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            bytes[length++] = (byte) (number >>> shift);
        }
        return this;
    }

    /** How many bytes of {@link #bytes()} are written. */
    public int length() {
        return length;
    }

    /** The writer's own array, overwritten after {@link #clear()}. */
    public byte[] bytes() {
        return bytes;
    }

    /** The numbers as an array of their own. */
    public byte[] copy() {
        return Arrays.copyOf(bytes, length);
    }

    /** Writes a number, seven bits a byte and the lowest first, and says where the next one stands. */
    public static int write(byte[] bytes, int at, long number) {
        int position = at;
        long rest = number;
        while ((rest & ~0x7FL) != 0) {
            bytes[position++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[position++] = (byte) rest;
        return position;
    }

    private void makeRoom() {
        if (bytes.length - length < MOST_BYTES) {
            bytes = Arrays.copyOf(bytes, 2 * bytes.length);
        }
    }
}
