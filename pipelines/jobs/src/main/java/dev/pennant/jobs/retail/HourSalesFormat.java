package dev.pennant.jobs.retail;

import dev.pennant.core.indicator.Version;
import dev.pennant.core.retail.HourSales;
import dev.pennant.jobs.flink.ValueFormat;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Sales of an hour as bytes. */
public final class HourSalesFormat implements ValueFormat<HourSales> {
    private static final long serialVersionUID = 1L;

    @Override
    public Class<HourSales> type() {
        return HourSales.class;
    }

    @Override
    public void write(HourSales hour, DataOutput out) throws IOException {
        out.writeInt(hour.unit());
        out.writeByte(hour.category());
        out.writeInt(hour.hour());
        out.writeLong(hour.sales());
        out.writeLong(hour.refunds());
        out.writeInt(hour.receipts());
        out.writeLong(hour.version().packed());
    }

    @Override
    public HourSales read(int version, DataInput in) throws IOException {
        return new HourSales(
                in.readInt(),
                in.readUnsignedByte(),
                in.readInt(),
                in.readLong(),
                in.readLong(),
                in.readInt(),
                Version.unpacked(in.readLong()));
    }
}
