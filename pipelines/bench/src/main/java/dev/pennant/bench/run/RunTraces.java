package dev.pennant.bench.run;

import dev.pennant.jobs.kafka.Topic;
import dev.pennant.jobs.kafka.Topics;
import dev.pennant.stack.Ports;
import dev.pennant.stack.clickhouse.CatalogueTables;
import dev.pennant.stack.clickhouse.ClickHouseClient;
import dev.pennant.stack.kafka.TopicSetup;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** What runs leave in the broker and the database, and what they find there. */
final class RunTraces implements AutoCloseable {
    /** What no run fills. */
    private static final String KEPT = "('schema_migrations', '" + String.join("', '", CatalogueTables.NAMES) + "')";

    private static final List<String> WRITTEN = List.of(Topics.INDICATOR_VALUES.name(), Topics.DEAD_LETTERS.name());

    private static final long POLL_MILLIS = 50;

    private final Admin admin;
    private final ClickHouseClient migrator;

    RunTraces(Ports ports, ClickHouseClient migrator) {
        admin = Admin.create(Map.of("bootstrap.servers", ports.bootstrapServers()));
        this.migrator = migrator;
    }

    /**
     * Empties every table and topic that a run has written, and forgets how far it has read. What stood in the tables is frozen, and so stays on the
     * disk: before ext4 makes a file it looks through those that were deleted in the last minutes, and a run of a few seconds would bear those of the runs
     * before it.
     */
    void remove() throws IOException, InterruptedException, ExecutionException {
        String tables = migrator.query("SELECT name FROM system.tables WHERE database = 'pennant' AND engine LIKE"
                + " '%MergeTree' AND name NOT IN " + KEPT);
        for (String table : tables.lines().toList()) {
            migrator.query("ALTER TABLE pennant." + table + " FREEZE");
            migrator.query("TRUNCATE TABLE pennant." + table + " SYNC");
        }
        List<String> groups = admin.listGroups().all().get().stream()
                .map(GroupListing::groupId)
                .toList();
        admin.deleteConsumerGroups(groups).all().get();
        deleteTopics();
        new TopicSetup(admin, Topics.LOCAL_PARTITIONS).ensure(Topics.ALL);
    }

    /** Until the broker has none of them any more: one that it is only about to remove would be taken for one that is there. */
    private void deleteTopics() throws InterruptedException, ExecutionException {
        Set<String> there = admin.listTopics().names().get();
        admin.deleteTopics(WRITTEN.stream().filter(there::contains).toList())
                .all()
                .get();
        while (admin.listTopics().names().get().stream().anyMatch(WRITTEN::contains)) {
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
    }

    /** How many records a topic has. */
    long records(Topic of) throws InterruptedException, ExecutionException {
        String topic = of.name();
        Map<TopicPartition, OffsetSpec> ends =
                admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic).partitions().stream()
                        .collect(Collectors.toMap(
                                partition -> new TopicPartition(topic, partition.partition()),
                                partition -> OffsetSpec.latest()));
        return admin.listOffsets(ends).all().get().values().stream()
                .mapToLong(end -> end.offset())
                .sum();
    }

    @Override
    public void close() {
        admin.close();
    }
}
