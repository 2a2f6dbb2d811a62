package dev.pennant.bench.run;

import dev.pennant.jobs.kafka.Topic;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;

/** How far a job's checkpoints say that it has read a topic. */
final class CommittedOffsets implements AutoCloseable {
    private final Admin admin;
    private final String group;
    private final String topic;

    CommittedOffsets(String bootstrapServers, String group, Topic topic) {
        admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
        this.group = group;
        this.topic = topic.name();
    }

    /** Whether so many records of the topic, which began at offset 0, have been read. */
    boolean haveReached(long records) throws InterruptedException, ExecutionException {
        return admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get().entrySet().stream()
                        .filter(entry -> entry.getKey().topic().equals(topic))
                        .mapToLong(entry -> entry.getValue().offset())
                        .sum()
                >= records;
    }

    @Override
    public void close() {
        admin.close();
    }
}
