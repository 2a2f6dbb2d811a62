package dev.pennant.jobs.retail;

import dev.pennant.core.packed.NumberReader;
import dev.pennant.core.packed.NumberWriter;
import dev.pennant.core.retail.UnitSales;

/** A unit's days and rosters, as they lie in state. */
public final class UnitSalesFormat extends PackedFormat<UnitSales> {
    private static final long serialVersionUID = 1L;

    @Override
    public Class<UnitSales> type() {
        return UnitSales.class;
    }

    @Override
    protected void pack(UnitSales value, NumberWriter out) {
        value.write(out);
    }

    @Override
    protected UnitSales unpack(int version, NumberReader in) {
        return UnitSales.read(in);
    }
}
