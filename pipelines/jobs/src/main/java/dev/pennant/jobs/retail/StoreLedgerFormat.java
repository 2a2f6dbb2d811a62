package dev.pennant.jobs.retail;

import dev.pennant.core.packed.NumberReader;
import dev.pennant.core.packed.NumberWriter;
import dev.pennant.core.retail.StoreLedger;

/** A store's ledger, as it lies in state. */
public final class StoreLedgerFormat extends PackedFormat<StoreLedger> {
    private static final long serialVersionUID = 1L;

    @Override
    public Class<StoreLedger> type() {
        return StoreLedger.class;
    }

    @Override
    protected void pack(StoreLedger value, NumberWriter out) {
        value.write(out);
    }

    @Override
    protected StoreLedger unpack(int version, NumberReader in) {
        return StoreLedger.read(in);
    }
}
