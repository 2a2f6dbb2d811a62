package dev.pennant.jobs.kafka;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.api.common.state.CheckpointListener;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;

/**
 * Commits how far a topic was read as soon as a checkpoint is complete; see {@link GroupProgress}. What is lost here is made good by the source,
 * so nothing of it is in state.
 */
public final class CommitProgress extends RichMapFunction<RawRecord, RawRecord>
        implements CheckpointedFunction, CheckpointListener {
    private static final long serialVersionUID = 1L;

    private final String topic;
    private final String bootstrapServers;
    private final String group;

    private transient GroupProgress progress;

    /** Commits a topic's progress to a consumer group. */
    public CommitProgress(String topic, String bootstrapServers, String group) {
        this.topic = topic;
        this.bootstrapServers = bootstrapServers;
        this.group = group;
    }

    @Override
    public void open(OpenContext context) {
        progress = new GroupProgress(topic, bootstrapServers, group);
    }

    @Override
    public RawRecord map(RawRecord record) {
        progress.reached(record.origin().partition(), record.origin().offset() + 1);
        return record;
    }

    @Override
    public void initializeState(FunctionInitializationContext context) {
        // Nothing is in state: the source has the offsets.
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) {
        progress.snapshot(context.getCheckpointId());
    }

    @Override
    public void notifyCheckpointComplete(long checkpointId) {
        progress.complete(checkpointId);
    }

    @Override
    public void close() {
        if (progress != null) {
            progress.close();
        }
    }
}
