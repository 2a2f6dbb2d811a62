package dev.pennant.jobs.clickhouse;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Rows as bytes in ClickHouse's format RowBinary: whole numbers with the lowest byte first, lengths in seven bits a byte. */
final class RowBinary {
    private static final int LEAST_ROOM = 64 << 10;
    private static final int MOST_BYTES_OF_LENGTH = 5;

    private byte[] bytes = new byte[LEAST_ROOM];
    private int length;

    /** The bytes, {@link #length()} of them. */
    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    /** Begins anew, and gives back the room that an unusually large batch has taken. */
    void clear(int mostKept) {
        length = 0;
        if (bytes.length > mostKept) {
            bytes = new byte[LEAST_ROOM];
        }
    }

    void putByte(int value) {
        makeRoom(1);
        bytes[length++] = (byte) value;
    }

    /** The lowest bytes of a number. */
    void put(long value, int count) {
        makeRoom(count);
        long rest = value;
        for (int written = 0; written < count; written++) {
            bytes[length++] = (byte) rest;
            // Of more than eight bytes the others repeat the sign.
            rest >>= Byte.SIZE;
        }
    }

    /** The lowest bytes of a number. */
    void put(BigInteger value, int count) {
        byte[] digits = value.toByteArray();
        makeRoom(count);
        for (int written = 0; written < count; written++) {
            int place = digits.length - 1 - written;
            bytes[length++] = place >= 0 ? digits[place] : (byte) (value.signum() < 0 ? -1 : 0);
        }
    }

    void putLength(int value) {
        makeRoom(MOST_BYTES_OF_LENGTH);
        int rest = value;
        while (rest > 0x7F) {
            bytes[length++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[length++] = (byte) rest;
    }

    void put(byte[] value) {
        putLength(value.length);
        makeRoom(value.length);
        System.arraycopy(value, 0, bytes, length, value.length);
        length += value.length;
    }

    void put(String text) {
        put(text.getBytes(StandardCharsets.UTF_8));
    }

    private void makeRoom(int count) {
        if (bytes.length - length < count) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + count));
        }
    }
}
