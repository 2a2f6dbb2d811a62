package dev.pennant.jobs.retail;

import dev.pennant.core.retail.NumberPacker;
import dev.pennant.core.retail.NumberUnpacker;
import dev.pennant.core.retail.RegionRoster;

/** A region's roster, as it lies in state. */
public final class RegionRosterFormat extends PackedFormat<RegionRoster> {
    private static final long serialVersionUID = 1L;

    @Override
    public Class<RegionRoster> type() {
        return RegionRoster.class;
    }

    @Override
    protected void pack(RegionRoster value, NumberPacker out) {
        value.write(out);
    }

    @Override
    protected RegionRoster unpack(int version, NumberUnpacker in) {
        return RegionRoster.read(in);
    }
}
