package dev.pennant.jobs.kafka;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The key of a message of a registry, {@code owner|valid_from}: the topic is compacted by it, and partitioned by the owner alone.
 *
 * @param owner id of the enterprise or store whose registration it is
 * @param validFrom first month or day of the registration, as the contracts spell it
 */
public record RegistryKey(String owner, String validFrom) {
    private static final char SEPARATOR = '|';

    /** Reads a key, or gives nothing where the bytes are none; whether its parts are valid is another question. */
    public static Optional<RegistryKey> read(byte[] bytes) {
        if (bytes == null) {
            return Optional.empty();
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        int separator = text.lastIndexOf(SEPARATOR);
        return separator < 1
                ? Optional.empty()
                : Optional.of(new RegistryKey(text.substring(0, separator), text.substring(separator + 1)));
    }

    /** The key as bytes. */
    public byte[] bytes() {
        return toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The key as text. */
    @Override
    public String toString() {
        return owner + SEPARATOR + validFrom;
    }
}
