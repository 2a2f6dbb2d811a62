package dev.pennant.jobs.retail;

import dev.pennant.core.packed.NumberReader;
import dev.pennant.core.packed.NumberWriter;
import dev.pennant.core.retail.SalesBlock;
import java.util.Optional;

/** A block of hours or days, as it lies in state. */
public final class SalesBlockFormat extends PackedFormat<SalesBlock> {
    private static final long serialVersionUID = 1L;

    @Override
    public Class<SalesBlock> type() {
        return SalesBlock.class;
    }

    /** Every block of a unit is copied at its first change after a checkpoint: 7 KiB of arrays each, did they not share them. */
    @Override
    public Optional<SalesBlock> copyOf(SalesBlock value) {
        return Optional.of(value.copy());
    }

    @Override
    protected void pack(SalesBlock value, NumberWriter out) {
        out.put(value.slots());
        value.write(out);
    }

    @Override
    protected SalesBlock unpack(int version, NumberReader in) {
        return SalesBlock.read(in.nextInt(), in);
    }
}
