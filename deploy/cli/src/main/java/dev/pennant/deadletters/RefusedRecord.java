package dev.pennant.deadletters;

import java.time.Instant;

/** A record that a job refused. */
final class RefusedRecord {
    private final long offset;
    private final Instant seenAt;
    private final byte[] key;
    private final byte[] value;

    /** @param key and value, null where it had none; not copied */
    RefusedRecord(long offset, Instant seenAt, byte[] key, byte[] value) {
        this.offset = offset;
        this.seenAt = seenAt;
        this.key = key;
        this.value = value;
    }

    /** Where it stands in its partition. */
    long offset() {
        return offset;
    }

    /** When it was refused last. */
    Instant seenAt() {
        return seenAt;
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
