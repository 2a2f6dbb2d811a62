package dev.pennant.jobs.retail;

import dev.pennant.core.packed.NumberReader;
import dev.pennant.core.packed.NumberWriter;
import dev.pennant.core.retail.StoreDays;

/** What is at hand of a store, as it lies in state. */
public final class StoreDaysFormat extends PackedFormat<StoreDays> {
    private static final long serialVersionUID = 1L;

    @Override
    public Class<StoreDays> type() {
        return StoreDays.class;
    }

    @Override
    protected void pack(StoreDays value, NumberWriter out) {
        value.write(out);
    }

    @Override
    protected StoreDays unpack(int version, NumberReader in) {
        return StoreDays.read(in);
    }
}
