package dev.pennant.deadletters;

/** A record that a job refused. */
final class RefusedRecord {
    private final long offset;
    private final byte[] key;
    private final byte[] value;

    /** @param key and value, null where it had none; not copied */
    RefusedRecord(long offset, byte[] key, byte[] value) {
        this.offset = offset;
        this.key = key;
        this.value = value;
    }

    /** Where it stands in its partition. */
    long offset() {
        return offset;
    }

    /** Its key, or null. */
    byte[] key() {
        return key;
    }

    /** Its value, or null. */
    byte[] value() {
        return value;
    }
}
