package dev.pennant.jobs.report;

import dev.pennant.core.report.UnitRegistration;
import dev.pennant.jobs.flink.ValueFormat;
import dev.pennant.jobs.kafka.Origin;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/**
 * A message about a unit below the township: its registration, or the withdrawal of it.
 *
 * @param origin where it stands
 * @param receivedAt when the broker took it
 * @param code code of the unit
 * @param registration the registration, or nothing where it is withdrawn
 */
public record UnitEntry(Origin origin, Instant receivedAt, String code, Optional<UnitRegistration> registration) {
    /** A message about a unit as bytes. */
    public static final class Format implements ValueFormat<UnitEntry> {
        private static final long serialVersionUID = 1L;

        @Override
        public Class<UnitEntry> type() {
            return UnitEntry.class;
        }

        @Override
        public void write(UnitEntry entry, DataOutput out) throws IOException {
            Origin.write(entry.origin, out);
            ReportBytes.writeInstant(entry.receivedAt, out);
            out.writeUTF(entry.code);
            out.writeBoolean(entry.registration.isPresent());
            if (entry.registration.isPresent()) {
                ReportBytes.writeUnit(entry.registration.get(), out);
            }
        }

        @Override
        public UnitEntry read(int version, DataInput in) throws IOException {
            return new UnitEntry(
                    Origin.read(in),
                    ReportBytes.readInstant(in),
                    in.readUTF(),
                    in.readBoolean() ? Optional.of(ReportBytes.readUnit(in)) : Optional.empty());
        }
    }
}
