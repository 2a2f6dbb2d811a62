package dev.pennant.jobs.retail;

import dev.pennant.core.indicator.Version;
import dev.pennant.core.retail.HeldSales;
import dev.pennant.jobs.flink.ValueFormat;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;

/**
 * What of a store waits for a registration.
 *
 * @param storeId the store
 * @param held its sales that wait, nothing when none do any more
 * @param version orders this among what was said of the same store
 * @param updatedAt when it was emitted
 */
record HeldRow(String storeId, HeldSales.Summary held, Version version, Instant updatedAt) {
    /** Held sales as bytes. */
    public static final class Format implements ValueFormat<HeldRow> {
        private static final long serialVersionUID = 1L;

        @Override
        public Class<HeldRow> type() {
            return HeldRow.class;
        }

        @Override
        public void write(HeldRow row, DataOutput out) throws IOException {
            out.writeUTF(row.storeId);
            out.writeLong(row.held.receipts());
            out.writeLong(row.held.sales());
            out.writeLong(row.held.refunds());
            out.writeInt(row.held.firstHour());
            out.writeInt(row.held.lastHour());
            out.writeLong(row.version.packed());
            out.writeLong(row.updatedAt.toEpochMilli());
        }

        @Override
        public HeldRow read(int version, DataInput in) throws IOException {
            return new HeldRow(
                    in.readUTF(),
                    new HeldSales.Summary(in.readLong(), in.readLong(), in.readLong(), in.readInt(), in.readInt()),
                    Version.unpacked(in.readLong()),
                    Instant.ofEpochMilli(in.readLong()));
        }
    }
}
