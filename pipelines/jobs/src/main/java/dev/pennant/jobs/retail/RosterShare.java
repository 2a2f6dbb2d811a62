package dev.pennant.jobs.retail;

import dev.pennant.jobs.flink.ValueFormat;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A change of a township's roster on its way to a region.
 *
 * @param region code of a county or prefecture that the township belongs to
 * @param day from which day on, of {@link dev.pennant.core.retail.SalesHour}
 * @param change by how many stores
 */
record RosterShare(String region, int day, int change) {
    /** A share as bytes. */
    public static final class Format implements ValueFormat<RosterShare> {
        private static final long serialVersionUID = 1L;

        @Override
        public Class<RosterShare> type() {
            return RosterShare.class;
        }

        @Override
        public void write(RosterShare share, DataOutput out) throws IOException {
            out.writeUTF(share.region);
            out.writeInt(share.day);
            out.writeInt(share.change);
        }

        @Override
        public RosterShare read(int version, DataInput in) throws IOException {
            return new RosterShare(in.readUTF(), in.readInt(), in.readInt());
        }
    }
}
