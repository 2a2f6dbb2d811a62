package dev.pennant.jobs.retail;

import dev.pennant.core.indicator.Version;
import dev.pennant.core.retail.StoreDay;
import dev.pennant.jobs.flink.ValueFormat;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** A store's day as bytes. */
public final class StoreDayFormat implements ValueFormat<StoreDay> {
    private static final long serialVersionUID = 1L;

    @Override
    public Class<StoreDay> type() {
        return StoreDay.class;
    }

    @Override
    public void write(StoreDay day, DataOutput out) throws IOException {
        out.writeUTF(day.storeId());
        out.writeInt(day.unit());
        out.writeInt(day.day());
        out.writeLong(day.sales());
        out.writeLong(day.refunds());
        out.writeInt(day.receipts());
        out.writeBoolean(day.synthetic());
        out.writeLong(day.version().packed());
    }

    @Override
    public StoreDay read(int version, DataInput in) throws IOException {
        return new StoreDay(
                in.readUTF(),
                in.readInt(),
                in.readInt(),
                in.readLong(),
                in.readLong(),
                in.readInt(),
                in.readBoolean(),
                Version.unpacked(in.readLong()));
    }
}
