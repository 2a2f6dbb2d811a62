package dev.pennant.jobs.revenue;

import dev.pennant.core.revenue.Registration;
import dev.pennant.jobs.flink.ValueFormat;
import dev.pennant.jobs.kafka.Origin;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;

/**
 * A message of the registry: a registration, or the withdrawal of one.
 *
 * @param origin where it stands
 * @param receivedAt when the broker took it
 * @param enterpriseId whose it is
 * @param validFrom first month of the span
 * @param registration the registration, or nothing where it is withdrawn
 */
record RegistryEntry(
        Origin origin,
        Instant receivedAt,
        String enterpriseId,
        YearMonth validFrom,
        Optional<Registration> registration) {
    /** A message of the registry as bytes. */
    public static final class Format implements ValueFormat<RegistryEntry> {
        private static final long serialVersionUID = 1L;

        @Override
        public Class<RegistryEntry> type() {
            return RegistryEntry.class;
        }

        @Override
        public void write(RegistryEntry entry, DataOutput out) throws IOException {
            Origin.write(entry.origin, out);
            RevenueBytes.writeInstant(entry.receivedAt, out);
            out.writeUTF(entry.enterpriseId);
            RevenueBytes.writeMonth(entry.validFrom, out);
            out.writeBoolean(entry.registration.isPresent());
            if (entry.registration.isPresent()) {
                RevenueBytes.writeRegistration(entry.registration.get(), out);
            }
        }

        @Override
        public RegistryEntry read(int version, DataInput in) throws IOException {
            return new RegistryEntry(
                    Origin.read(in),
                    RevenueBytes.readInstant(in),
                    in.readUTF(),
                    RevenueBytes.readMonth(in),
                    in.readBoolean() ? Optional.of(RevenueBytes.readRegistration(in)) : Optional.empty());
        }
    }
}
