package dev.pennant.jobs.clickhouse;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigInteger;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Values as bytes in ClickHouse's format Native: whole numbers with the lowest byte first, lengths in seven bits a byte. */
final class NativeBytes {
    private static final int LEAST_ROOM = 64 << 10;
    private static final int MOST_SPARE = 8;
    private static final int MOST_BYTES_OF_LENGTH = 5;

    /** A length up to this takes one byte, and so does a character of ASCII. */
    private static final int MOST_BYTES_OF_SHORT = 0x7F;

    private static final VarHandle LOWEST_FIRST =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private byte[] bytes = new byte[LEAST_ROOM];
    private int length;

    /** The bytes, {@link #length()} of them. */
    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    /** Begins anew. Room that a large batch has taken stays for the next one, and is given back when that was much smaller. */
    void clear() {
        if (length > 0 && bytes.length > LEAST_ROOM && length < bytes.length / MOST_SPARE) {
            bytes = new byte[LEAST_ROOM];
        }
        length = 0;
    }

    void putByte(int value) {
        makeRoom(1);
        bytes[length++] = (byte) value;
    }

    /** The lowest bytes of a number. */
    void put(long value, int count) {
        makeRoom(Math.max(count, Long.BYTES));
        LOWEST_FIRST.set(bytes, length, value);
        // Of more than eight bytes the others repeat the sign.
        for (int written = Long.BYTES; written < count; written++) {
            bytes[length + written] = (byte) (value >> (Long.SIZE - 1));
        }
        length += count;
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
        int characters = text.length();
        if (characters > MOST_BYTES_OF_SHORT) {
            put(text.getBytes(StandardCharsets.UTF_8));
            return;
        }
        makeRoom(1 + characters);
        for (int place = 0; place < characters; place++) {
            char character = text.charAt(place);
            if (character > MOST_BYTES_OF_SHORT) {
                put(text.getBytes(StandardCharsets.UTF_8));
                return;
            }
            bytes[length + 1 + place] = (byte) character;
        }
        bytes[length] = (byte) characters;
        length += 1 + characters;
    }

    private void makeRoom(int count) {
        if (bytes.length - length < count) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + count));
        }
    }
}
