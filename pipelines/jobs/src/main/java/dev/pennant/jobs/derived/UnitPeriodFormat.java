package dev.pennant.jobs.derived;

import dev.pennant.core.derived.UnitPeriod;
import dev.pennant.core.indicator.IndicatorValue;
import dev.pennant.core.indicator.Version;
import dev.pennant.jobs.flink.ValueFormat;
import dev.pennant.jobs.indicator.IndicatorValueFormat;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The inputs of a unit and period as bytes. */
public final class UnitPeriodFormat implements ValueFormat<UnitPeriod> {
    private static final long serialVersionUID = 1L;

    private final IndicatorValueFormat values = new IndicatorValueFormat();

    @Override
    public Class<UnitPeriod> type() {
        return UnitPeriod.class;
    }

    @Override
    public boolean isImmutable() {
        return false;
    }

    @Override
    public void write(UnitPeriod unit, DataOutput out) throws IOException {
        out.writeLong(unit.version().packed());
        out.writeInt(unit.inputs().size());
        for (IndicatorValue input : unit.inputs()) {
            out.writeByte(values.version());
            values.write(input, out);
        }
    }

    @Override
    public UnitPeriod read(int format, DataInput in) throws IOException {
        Version version = Version.unpacked(in.readLong());
        List<IndicatorValue> inputs = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            inputs.add(values.read(in.readByte(), in));
        }
        return new UnitPeriod(version, inputs);
    }
}
