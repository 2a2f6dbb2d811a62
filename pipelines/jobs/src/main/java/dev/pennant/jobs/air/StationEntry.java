package dev.pennant.jobs.air;

import dev.pennant.core.air.AirStation;
import dev.pennant.jobs.flink.ValueFormat;
import dev.pennant.jobs.kafka.Origin;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/**
 * A message about a station: its registration, or the withdrawal of it.
 *
 * @param origin where it stands
 * @param receivedAt when the broker took it
 * @param stationId the station
 * @param station the registration, or nothing where it is withdrawn
 */
record StationEntry(Origin origin, Instant receivedAt, String stationId, Optional<AirStation> station) {
    /** A message about a station as bytes. */
    public static final class Format implements ValueFormat<StationEntry> {
        private static final long serialVersionUID = 1L;

        @Override
        public Class<StationEntry> type() {
            return StationEntry.class;
        }

        @Override
        public void write(StationEntry entry, DataOutput out) throws IOException {
            Origin.write(entry.origin, out);
            out.writeLong(entry.receivedAt.toEpochMilli());
            out.writeUTF(entry.stationId);
            out.writeBoolean(entry.station.isPresent());
            if (entry.station.isPresent()) {
                out.writeUTF(entry.station.get().name());
                out.writeUTF(entry.station.get().unit());
                out.writeBoolean(entry.station.get().synthetic());
            }
        }

        @Override
        public StationEntry read(int version, DataInput in) throws IOException {
            Origin origin = Origin.read(in);
            Instant receivedAt = Instant.ofEpochMilli(in.readLong());
            String stationId = in.readUTF();
            Optional<AirStation> station = in.readBoolean()
                    ? Optional.of(new AirStation(stationId, in.readUTF(), in.readUTF(), in.readBoolean()))
                    : Optional.empty();
            return new StationEntry(origin, receivedAt, stationId, station);
        }
    }
}
