package dev.pennant.jobs.kafka;

import dev.pennant.core.period.CumulativePeriod;
import dev.pennant.core.revenue.Registration;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.Optional;

/**
 * The key of a message of the registry, {@code enterprise_id|valid_from}: the topic is compacted by it, and partitioned by the
 * enterprise alone.
 *
 * @param enterpriseId whose registration it is
 * @param validFrom first month of the span
 */
public record RegistryKey(String enterpriseId, YearMonth validFrom) {
    private static final char SEPARATOR = '|';

    /** The key of a registration. */
    public static RegistryKey of(Registration registration) {
        return new RegistryKey(registration.enterpriseId(), registration.validFrom());
    }

    /** The key as text, of a registration whose first month is spelled as the contracts do. */
    public static String text(String enterpriseId, String validFrom) {
        return enterpriseId + SEPARATOR + validFrom;
    }

    /** Reads a key, or gives nothing where the bytes are none. */
    public static Optional<RegistryKey> read(byte[] bytes) {
        if (bytes == null) {
            return Optional.empty();
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        int separator = text.lastIndexOf(SEPARATOR);
        if (separator < 1) {
            return Optional.empty();
        }
        try {
            YearMonth validFrom =
                    CumulativePeriod.parse(text.substring(separator + 1)).lastMonth();
            return Optional.of(new RegistryKey(text.substring(0, separator), validFrom));
        } catch (IllegalArgumentException noMonth) {
            return Optional.empty();
        }
    }

    /** The key as bytes. */
    public byte[] bytes() {
        return toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The key as text. */
    @Override
    public String toString() {
        return text(enterpriseId, validFrom.toString());
    }
}
