package dev.pennant.jobs.retail;

import dev.pennant.core.packed.NumberReader;
import dev.pennant.core.packed.NumberWriter;
import dev.pennant.core.retail.SalesYear;

/** A year of one category, as it lies in state. */
public final class SalesYearFormat extends PackedFormat<SalesYear> {
    private static final long serialVersionUID = 1L;

    @Override
    public Class<SalesYear> type() {
        return SalesYear.class;
    }

    @Override
    protected void pack(SalesYear value, NumberWriter out) {
        value.write(out);
    }

    @Override
    protected SalesYear unpack(int version, NumberReader in) {
        return SalesYear.read(in);
    }
}
