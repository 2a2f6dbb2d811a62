package dev.pennant.jobs.retail;

import dev.pennant.core.retail.UnitNotice;
import dev.pennant.jobs.flink.ValueFormat;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** A notice to a unit as bytes. */
public final class UnitNoticeFormat implements ValueFormat<UnitNotice> {
    private static final long serialVersionUID = 1L;

    @Override
    public Class<UnitNotice> type() {
        return UnitNotice.class;
    }

    @Override
    public void write(UnitNotice notice, DataOutput out) throws IOException {
        out.writeUTF(notice.kind().name());
        out.writeInt(notice.unit());
        out.writeInt(notice.day());
        out.writeInt(notice.change());
    }

    @Override
    public UnitNotice read(int version, DataInput in) throws IOException {
        return new UnitNotice(UnitNotice.Kind.valueOf(in.readUTF()), in.readInt(), in.readInt(), in.readInt());
    }
}
