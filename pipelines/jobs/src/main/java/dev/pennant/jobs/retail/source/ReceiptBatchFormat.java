package dev.pennant.jobs.retail.source;

import dev.pennant.jobs.flink.ValueFormat;
import java.io.DataInput;
import java.io.DataOutput;

/** A batch as bytes: there are none. It says so, where someone takes its chain apart. */
public final class ReceiptBatchFormat implements ValueFormat<ReceiptBatch> {
    private static final long serialVersionUID = 1L;

    @Override
    public Class<ReceiptBatch> type() {
        return ReceiptBatch.class;
    }

    @Override
    public void write(ReceiptBatch batch, DataOutput out) {
        throw new UnsupportedOperationException("Batches of receipts do not travel: what takes them has to be chained");
    }

    @Override
    public ReceiptBatch read(int version, DataInput in) {
        throw new UnsupportedOperationException("Batches of receipts do not travel");
    }
}
