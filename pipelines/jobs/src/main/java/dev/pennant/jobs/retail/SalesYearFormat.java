package dev.pennant.jobs.retail;

import dev.pennant.core.retail.NumberPacker;
import dev.pennant.core.retail.NumberUnpacker;
import dev.pennant.core.retail.SalesYear;

/** A year of one category, as it lies in state. */
public final class SalesYearFormat extends PackedFormat<SalesYear> {
    private static final long serialVersionUID = 1L;

    @Override
    public Class<SalesYear> type() {
        return SalesYear.class;
    }

    @Override
    protected void pack(SalesYear value, NumberPacker out) {
        value.write(out);
    }

    @Override
    protected SalesYear unpack(int version, NumberUnpacker in) {
        return SalesYear.read(in);
    }
}
