package dev.pennant.jobs.kafka;

import java.time.Duration;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Commits how far a topic was read to a consumer group as soon as a checkpoint is complete. A consumer would commit as well, but only when it comes
 * back from a poll, which on a silent topic takes ten seconds; so long would whoever waits for his record to be visible have to wait
 * too. What fails here is made good by the next checkpoint.
 */
public final class GroupProgress implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(GroupProgress.class);

    private final Admin admin;
    private final String topic;
    private final String group;
    private final Map<Integer, Long> next = new TreeMap<>();
    private final NavigableMap<Long, Map<Integer, Long>> checkpoints = new TreeMap<>();

    /** Opens the progress of a group in a topic. */
    public GroupProgress(String topic, String bootstrapServers, String group) {
        this.admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
        this.topic = topic;
        this.group = group;
    }

    /** Notes which offset of a partition is read next. */
    public void reached(int partition, long nextOffset) {
        next.put(partition, nextOffset);
    }

    /** Keeps what was reached, until the checkpoint being taken is complete. */
    public void snapshot(long checkpointId) {
        checkpoints.put(checkpointId, Map.copyOf(next));
        next.clear();
    }

    /** Commits what was reached when a checkpoint was taken. */
    public void complete(long checkpointId) {
        Map<Integer, Long> reached = new TreeMap<>();
        checkpoints.headMap(checkpointId, true).values().forEach(reached::putAll);
        checkpoints.headMap(checkpointId, true).clear();
        if (!reached.isEmpty()) {
            KafkaFuture<Void> unused = admin.alterConsumerGroupOffsets(group, offsets(reached))
                    .all()
                    .whenComplete((done, failed) -> {
                        if (failed != null) {
                            LOG.debug("Offsets of {} were not committed; the next checkpoint's will", topic, failed);
                        }
                    });
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }

    private Map<TopicPartition, OffsetAndMetadata> offsets(Map<Integer, Long> reached) {
        return reached.entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> new TopicPartition(topic, entry.getKey()),
                        entry -> new OffsetAndMetadata(entry.getValue())));
    }
}
