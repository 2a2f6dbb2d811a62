package dev.pennant.audit;

import dev.pennant.jobs.kafka.Topic;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** How far topics reach, and how far the checkpoints of a job have come in them. */
public final class Offsets implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Duration MARKER_POLL = Duration.ofMillis(100);

    private final String bootstrapServers;
    private final Admin admin;

    /** Asks the broker at the given addresses. */
    public Offsets(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
        Properties settings = new Properties();
        settings.put("bootstrap.servers", bootstrapServers);
        settings.put("request.timeout.ms", (int) PATIENCE.toMillis());
        settings.put("default.api.timeout.ms", (int) PATIENCE.toMillis());
        admin = Admin.create(settings);
    }

    /** The end of each partition: the offset that the next committed record would get. */
    public Map<TopicPartition, Long> ends(Collection<Topic> topics) throws AuditException {
        Map<TopicPartition, OffsetSpec> latest =
                get(admin.describeTopics(topics.stream().map(Topic::name).toList())
                                .allTopicNames())
                        .values()
                        .stream()
                        .flatMap(topic -> topic.partitions().stream()
                                .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                        .collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest()));
        ListOffsetsOptions committed = new ListOffsetsOptions(IsolationLevel.READ_COMMITTED);
        Map<TopicPartition, Long> ends = new HashMap<>();
        get(admin.listOffsets(latest, committed).all()).forEach((partition, end) -> ends.put(partition, end.offset()));
        return ends;
    }

    /** The offset through which a consumer group has committed each partition; a partition not yet read is missing. */
    public Map<TopicPartition, Long> committed(String group) throws AuditException {
        Map<TopicPartition, Long> committed = new HashMap<>();
        Map<TopicPartition, OffsetAndMetadata> offsets =
                get(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        offsets.forEach((partition, offset) -> {
            if (offset != null) {
                committed.put(partition, offset.offset());
            }
        });
        return committed;
    }

    /** Whether the group has come to the given ends. */
    public boolean reached(String group, Map<TopicPartition, Long> ends) throws AuditException {
        Map<TopicPartition, Long> committed = committed(group);
        return ends.entrySet().stream().allMatch(end -> committed.getOrDefault(end.getKey(), 0L) >= end.getValue());
    }

    /**
     * Whether no record stands between what the group has committed and the given ends. A transaction ends with a marker, which has an
     * offset but is no record, so that the last offset committed stays before the end for ever.
     */
    public boolean onlyMarkersLeft(String group, Map<TopicPartition, Long> ends) throws AuditException {
        Map<TopicPartition, Long> committed = committed(group);
        Properties settings = new Properties();
        settings.put("bootstrap.servers", bootstrapServers);
        settings.put("isolation.level", "read_committed");
        settings.put("enable.auto.commit", "false");
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
                long from = committed.getOrDefault(end.getKey(), 0L);
                if (from < end.getValue() && hasRecord(consumer, end.getKey(), from, end.getValue())) {
                    return false;
                }
            }
            return true;
        }
    }

    private static boolean hasRecord(
            KafkaConsumer<byte[], byte[]> consumer, TopicPartition partition, long from, long end) {
        consumer.assign(List.of(partition));
        consumer.seek(partition, from);
        while (consumer.position(partition) < end) {
            if (!consumer.poll(MARKER_POLL).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** How many offsets lie between what the group has committed and the ends of the topics. */
    public long lag(String group, List<Topic> topics) throws AuditException {
        Map<TopicPartition, Long> committed = committed(group);
        return ends(topics).entrySet().stream()
                .mapToLong(end -> Math.max(0, end.getValue() - committed.getOrDefault(end.getKey(), 0L)))
                .sum();
    }

    /** Makes a consumer group that nobody is in have read nothing. */
    public void forget(String group) throws AuditException {
        if (!committed(group).isEmpty()) {
            get(admin.deleteConsumerGroups(List.of(group)).all());
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }

    private static <T> T get(KafkaFuture<T> future) throws AuditException {
        try {
            return future.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException unreachable) {
            Throwable cause = unreachable.getCause() == null ? unreachable : unreachable.getCause();
            throw new AuditException("Kafka did not answer: " + cause.getMessage(), unreachable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AuditException("interrupted while asking Kafka", interrupted);
        }
    }
}
