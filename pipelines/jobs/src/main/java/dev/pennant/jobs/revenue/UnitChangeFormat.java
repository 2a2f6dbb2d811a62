package dev.pennant.jobs.revenue;

import dev.pennant.core.revenue.UnitChange;
import dev.pennant.jobs.flink.ValueFormat;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** A change of a unit as bytes. */
public final class UnitChangeFormat implements ValueFormat<UnitChange> {
    private static final long serialVersionUID = 1L;

    @Override
    public Class<UnitChange> type() {
        return UnitChange.class;
    }

    @Override
    public void write(UnitChange change, DataOutput out) throws IOException {
        out.writeUTF(change.unit());
        out.writeUTF(change.indicator());
        out.writeBoolean(change instanceof UnitChange.OfTotal);
        if (change instanceof UnitChange.OfTotal total) {
            Wire.writePeriod(total.period(), out);
            Wire.writeAmounts(total.amounts(), out);
            out.writeInt(total.reports());
            out.writeInt(total.syntheticReports());
        } else if (change instanceof UnitChange.OfRoster roster) {
            Wire.writeMonth(roster.from(), out);
            Wire.writeOptionalMonth(roster.to(), out);
            out.writeInt(roster.enterprises());
        }
    }

    @Override
    public UnitChange read(int version, DataInput in) throws IOException {
        String unit = in.readUTF();
        String indicator = in.readUTF();
        if (in.readBoolean()) {
            return new UnitChange.OfTotal(
                    unit, indicator, Wire.readPeriod(in), Wire.readAmounts(in), in.readInt(), in.readInt());
        }
        return new UnitChange.OfRoster(unit, indicator, Wire.readMonth(in), Wire.readOptionalMonth(in), in.readInt());
    }
}
