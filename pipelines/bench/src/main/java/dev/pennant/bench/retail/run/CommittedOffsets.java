package dev.pennant.bench.retail.run;

import dev.pennant.jobs.kafka.Topics;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;

/** How far a job's checkpoints say that it has read the topic of receipts. */
final class CommittedOffsets implements AutoCloseable {
    private final Admin admin;
    private final String group;

    CommittedOffsets(String bootstrapServers, String group) {
        admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
        this.group = group;
    }

    /** Whether so many records of a topic that began at offset 0 have been read. */
    boolean haveReached(long records) throws InterruptedException, ExecutionException {
        return admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get().entrySet().stream()
                        .filter(entry -> entry.getKey().topic().equals(Topics.RETAIL_RECEIPTS.name()))
                        .mapToLong(entry -> entry.getValue().offset())
                        .sum()
                >= records;
    }

    @Override
    public void close() {
        admin.close();
    }
}
