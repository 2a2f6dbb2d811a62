package dev.pennant.jobs.retail.source;

import dev.pennant.jobs.kafka.GroupProgress;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.connector.base.source.reader.SingleThreadMultiplexSourceReaderBase;
import org.apache.flink.connector.base.source.reader.splitreader.SplitReader;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplitState;

/** Hands the batches of one fetching thread to the task, and commits how far they reached once a checkpoint holds them. */
@SuppressWarnings("try") // Flink's close may be interrupted.
final class ReceiptReader
        extends SingleThreadMultiplexSourceReaderBase<
                ReceiptBatch, ReceiptBatch, KafkaPartitionSplit, KafkaPartitionSplitState> {
    private final GroupProgress progress;

    ReceiptReader(
            Supplier<SplitReader<ReceiptBatch, KafkaPartitionSplit>> splitReaders,
            GroupProgress progress,
            SourceReaderContext context) {
        super(
                splitReaders,
                (batch, output, split) -> {
                    split.setCurrentOffset(batch.nextOffset());
                    // Flink has counted the batch, as one.
                    context.metricGroup()
                            .getIOMetricGroup()
                            .getNumRecordsInCounter()
                            .inc(batch.records() - 1L);
                    output.collect(batch);
                },
                context.getConfiguration(),
                context);
        this.progress = progress;
    }

    @Override
    public List<KafkaPartitionSplit> snapshotState(long checkpointId) {
        List<KafkaPartitionSplit> splits = super.snapshotState(checkpointId);
        for (KafkaPartitionSplit split : splits) {
            if (split.getStartingOffset() >= 0) {
                progress.reached(split.getPartition(), split.getStartingOffset());
            }
        }
        progress.snapshot(checkpointId);
        return splits;
    }

    @Override
    public void notifyCheckpointComplete(long checkpointId) throws Exception {
        super.notifyCheckpointComplete(checkpointId);
        progress.complete(checkpointId);
    }

    @Override
    public void close() throws Exception {
        try {
            super.close();
        } finally {
            progress.close();
        }
    }

    @Override
    protected void onSplitFinished(Map<String, KafkaPartitionSplitState> finished) {
        throw new IllegalStateException("no partition of receipts ever ends: " + finished.keySet());
    }

    @Override
    protected KafkaPartitionSplitState initializedState(KafkaPartitionSplit split) {
        return new KafkaPartitionSplitState(split);
    }

    @Override
    protected KafkaPartitionSplit toSplitType(String splitId, KafkaPartitionSplitState state) {
        return state.toKafkaPartitionSplit();
    }
}
