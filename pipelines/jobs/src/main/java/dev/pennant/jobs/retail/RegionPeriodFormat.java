package dev.pennant.jobs.retail;

import dev.pennant.core.retail.RegionPeriod;
import dev.pennant.core.retail.RunningSales;
import dev.pennant.jobs.flink.ValueFormat;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Optional;

/** What townships have told of a period, as it lies in state. */
public final class RegionPeriodFormat implements ValueFormat<RegionPeriod> {
    private static final long serialVersionUID = 1L;

    private final RunningSalesFormat townships = new RunningSalesFormat();

    @Override
    public Class<RegionPeriod> type() {
        return RegionPeriod.class;
    }

    /** That of what it is made of, which carries none of its own in here. */
    @Override
    public int version() {
        return townships.version();
    }

    @Override
    public boolean isImmutable() {
        return false;
    }

    @Override
    public Optional<RegionPeriod> copyOf(RegionPeriod period) {
        return Optional.of(period.copy());
    }

    @Override
    public void write(RegionPeriod period, DataOutput out) throws IOException {
        out.writeInt(period.townships().size());
        for (RunningSales township : period.townships()) {
            townships.write(township, out);
        }
    }

    @Override
    public RegionPeriod read(int version, DataInput in) throws IOException {
        RegionPeriod period = new RegionPeriod();
        int count = in.readInt();
        for (int township = 0; township < count; township++) {
            period.take(townships.read(version, in));
        }
        return period;
    }
}
