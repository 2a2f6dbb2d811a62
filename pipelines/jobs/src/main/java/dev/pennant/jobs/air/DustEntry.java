package dev.pennant.jobs.air;

import dev.pennant.jobs.flink.ValueFormat;
import dev.pennant.jobs.kafka.Origin;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A message about a day of sand and dust: its mark, or the withdrawal of it.
 *
 * @param origin where it stands
 * @param receivedAt when the broker took it
 * @param unit code of the unit
 * @param day the day
 * @param withdrawn whether the mark is taken off
 * @param synthetic whether it was made up
 */
record DustEntry(Origin origin, Instant receivedAt, String unit, LocalDate day, boolean withdrawn, boolean synthetic) {
    /** A message about a dust day as bytes. */
    public static final class Format implements ValueFormat<DustEntry> {
        private static final long serialVersionUID = 1L;

        @Override
        public Class<DustEntry> type() {
            return DustEntry.class;
        }

        @Override
        public void write(DustEntry entry, DataOutput out) throws IOException {
            Origin.write(entry.origin, out);
            out.writeLong(entry.receivedAt.toEpochMilli());
            out.writeUTF(entry.unit);
            out.writeLong(entry.day.toEpochDay());
            out.writeBoolean(entry.withdrawn);
            out.writeBoolean(entry.synthetic);
        }

        @Override
        public DustEntry read(int version, DataInput in) throws IOException {
            return new DustEntry(
                    Origin.read(in),
                    Instant.ofEpochMilli(in.readLong()),
                    in.readUTF(),
                    LocalDate.ofEpochDay(in.readLong()),
                    in.readBoolean(),
                    in.readBoolean());
        }
    }
}
