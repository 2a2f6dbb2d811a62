package dev.pennant.jobs.kafka.fetch;

import dev.pennant.jobs.varint.Cursor;

/** Takes records where they stand, without an object for each. */
@FunctionalInterface
public interface RecordVisitor {
    /** What a key or value that is null has for its length. */
    int NULL = -1;

    /**
     * Takes a record. Behind the end of its value {@value Cursor#MARGIN} bytes can be read, whatever they are.
     *
     * @param offset its offset
     * @param receivedAt its time, in milliseconds of UTC
     * @param bytes where it stands; used again afterwards
     * @param key where its key begins
     * @param keyLength how many bytes that has, or {@link #NULL}
     * @param value where its value begins
     * @param valueLength how many bytes that has, or {@link #NULL}
     */
    void take(long offset, long receivedAt, byte[] bytes, int key, int keyLength, int value, int valueLength);
}
