package dev.pennant.jobs.retail;

import dev.pennant.core.retail.RunningSales;
import dev.pennant.jobs.flink.ValueFormat;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A township's sales on their way to a region.
 *
 * @param region code of a county or prefecture that the township belongs to
 * @param sales its sales
 */
record RegionShare(String region, RunningSales sales) {
    /** A share as bytes. */
    public static final class Format implements ValueFormat<RegionShare> {
        private static final long serialVersionUID = 1L;

        private final RunningSalesFormat sales = new RunningSalesFormat();

        @Override
        public Class<RegionShare> type() {
            return RegionShare.class;
        }

        @Override
        public void write(RegionShare share, DataOutput out) throws IOException {
            out.writeUTF(share.region);
            sales.write(share.sales, out);
        }

        @Override
        public RegionShare read(int version, DataInput in) throws IOException {
            return new RegionShare(in.readUTF(), sales.read(version, in));
        }
    }
}
