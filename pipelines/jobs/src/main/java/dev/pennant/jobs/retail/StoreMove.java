package dev.pennant.jobs.retail;

import dev.pennant.jobs.flink.ValueFormat;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A store counted, or may have counted, in a unit from a day on, and its registrations have changed since.
 *
 * @param storeId the store
 * @param unit index of the township in the catalogue
 * @param fromDay the day, of {@link dev.pennant.core.period.ReportingHour}
 */
record StoreMove(String storeId, int unit, int fromDay) {
    /** A move as bytes. */
    public static final class Format implements ValueFormat<StoreMove> {
        private static final long serialVersionUID = 1L;

        @Override
        public Class<StoreMove> type() {
            return StoreMove.class;
        }

        @Override
        public void write(StoreMove move, DataOutput out) throws IOException {
            out.writeUTF(move.storeId);
            out.writeInt(move.unit);
            out.writeInt(move.fromDay);
        }

        @Override
        public StoreMove read(int version, DataInput in) throws IOException {
            return new StoreMove(in.readUTF(), in.readInt(), in.readInt());
        }
    }
}
