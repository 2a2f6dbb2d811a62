package dev.pennant.jobs.retail;

import dev.pennant.core.retail.StoreRegistration;
import dev.pennant.jobs.flink.ValueFormat;
import dev.pennant.jobs.kafka.Origin;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A message about a store: its registration, or the withdrawal of one.
 *
 * @param origin where it stands
 * @param receivedAt when the broker took it
 * @param storeId whose it is
 * @param validFrom first day of the registration
 * @param registration the registration, or nothing where it is withdrawn
 */
record StoreEntry(
        Origin origin,
        Instant receivedAt,
        String storeId,
        LocalDate validFrom,
        Optional<StoreRegistration> registration) {
    /** A message about a store as bytes. */
    public static final class Format implements ValueFormat<StoreEntry> {
        private static final long serialVersionUID = 1L;

        @Override
        public Class<StoreEntry> type() {
            return StoreEntry.class;
        }

        @Override
        public void write(StoreEntry entry, DataOutput out) throws IOException {
            Origin.write(entry.origin, out);
            out.writeLong(entry.receivedAt.toEpochMilli());
            out.writeUTF(entry.storeId);
            out.writeLong(entry.validFrom.toEpochDay());
            out.writeBoolean(entry.registration.isPresent());
            if (entry.registration.isPresent()) {
                out.writeUTF(entry.registration.get().name());
                out.writeUTF(entry.registration.get().unit());
                out.writeBoolean(entry.registration.get().synthetic());
            }
        }

        @Override
        public StoreEntry read(int version, DataInput in) throws IOException {
            Origin origin = Origin.read(in);
            Instant receivedAt = Instant.ofEpochMilli(in.readLong());
            String storeId = in.readUTF();
            LocalDate validFrom = LocalDate.ofEpochDay(in.readLong());
            Optional<StoreRegistration> registration = in.readBoolean()
                    ? Optional.of(
                            new StoreRegistration(storeId, in.readUTF(), in.readUTF(), validFrom, in.readBoolean()))
                    : Optional.empty();
            return new StoreEntry(origin, receivedAt, storeId, validFrom, registration);
        }
    }
}
