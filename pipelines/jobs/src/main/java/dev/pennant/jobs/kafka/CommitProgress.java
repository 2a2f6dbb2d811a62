package dev.pennant.jobs.kafka;

import java.time.Duration;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.api.common.state.CheckpointListener;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Commits how far a topic was read as soon as a checkpoint is complete. The source commits as well, but only when its consumer comes back from a
 * poll, which on a silent topic takes ten seconds; so long would whoever waits for his record to be visible have to wait too. What is
 * lost here is made good by the source, so nothing of it is in state.
 */
public final class CommitProgress extends RichMapFunction<RawRecord, RawRecord>
        implements CheckpointedFunction, CheckpointListener {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(CommitProgress.class);

    private final String topic;
    private final String bootstrapServers;
    private final String group;

    private transient Admin admin;
    private transient Map<Integer, Long> next;
    private transient NavigableMap<Long, Map<Integer, Long>> checkpoints;

    /** Commits a topic's progress to a consumer group. */
    public CommitProgress(String topic, String bootstrapServers, String group) {
        this.topic = topic;
        this.bootstrapServers = bootstrapServers;
        this.group = group;
    }

    @Override
    public void open(OpenContext context) {
        admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
    }

    @Override
    public RawRecord map(RawRecord record) {
        next.put(record.origin().partition(), record.origin().offset() + 1);
        return record;
    }

    @Override
    public void initializeState(FunctionInitializationContext context) {
        next = new TreeMap<>();
        checkpoints = new TreeMap<>();
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) {
        checkpoints.put(context.getCheckpointId(), Map.copyOf(next));
        next.clear();
    }

    @Override
    public void notifyCheckpointComplete(long checkpointId) {
        Map<Integer, Long> reached = new TreeMap<>();
        checkpoints.headMap(checkpointId, true).values().forEach(reached::putAll);
        checkpoints.headMap(checkpointId, true).clear();
        if (!reached.isEmpty()) {
            KafkaFuture<Void> unused = admin.alterConsumerGroupOffsets(group, offsets(reached))
                    .all()
                    .whenComplete((done, failed) -> {
                        if (failed != null) {
                            LOG.debug("Offsets of {} were not committed; the source will", topic, failed);
                        }
                    });
        }
    }

    @Override
    public void close() {
        if (admin != null) {
            admin.close(Duration.ZERO);
        }
    }

    private Map<TopicPartition, OffsetAndMetadata> offsets(Map<Integer, Long> reached) {
        return reached.entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> new TopicPartition(topic, entry.getKey()),
                        entry -> new OffsetAndMetadata(entry.getValue())));
    }
}
