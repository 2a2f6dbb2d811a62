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
            RevenueBytes.writePeriod(total.period(), out);
            RevenueBytes.writeAmounts(total.amounts(), out);
            out.writeInt(total.reports());
            out.writeInt(total.syntheticReports());
        } else if (change instanceof UnitChange.OfRoster roster) {
            RevenueBytes.writeMonth(roster.from(), out);
            RevenueBytes.writeOptionalMonth(roster.to(), out);
            out.writeInt(roster.enterprises());
        }
    }

    @Override
    public UnitChange read(int version, DataInput in) throws IOException {
        String unit = in.readUTF();
        String indicator = in.readUTF();
        if (in.readBoolean()) {
            return new UnitChange.OfTotal(
                    unit,
                    indicator,
                    RevenueBytes.readPeriod(in),
                    RevenueBytes.readAmounts(in),
                    in.readInt(),
                    in.readInt());
        }
        return new UnitChange.OfRoster(
                unit, indicator, RevenueBytes.readMonth(in), RevenueBytes.readOptionalMonth(in), in.readInt());
    }
}
