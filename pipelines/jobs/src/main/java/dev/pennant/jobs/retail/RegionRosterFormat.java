package dev.pennant.jobs.retail;

import dev.pennant.core.packed.NumberReader;
import dev.pennant.core.packed.NumberWriter;
import dev.pennant.core.retail.RegionRoster;

/** A region's roster, as it lies in state. */
public final class RegionRosterFormat extends PackedFormat<RegionRoster> {
    private static final long serialVersionUID = 1L;

    @Override
    public Class<RegionRoster> type() {
        return RegionRoster.class;
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    protected void pack(RegionRoster value, NumberWriter out) {
        value.write(out);
    }

    @Override
    protected RegionRoster unpack(int version, NumberReader in) {
        return version == 1 ? RegionRoster.readWithoutCountedAgain(in) : RegionRoster.read(in);
    }
}
