package dev.pennant.audit;

import dev.pennant.stack.clickhouse.ClickHouseClient;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads an input topic again, as far as the job's checkpoints have come, and looks up every record in the logs: each has to be there once, as
 * applied, superseded or quarantined. It goes through a partition window by window, so that its memory does not grow with the topic.
 */
final class Reconciliation implements AutoCloseable {
    private static final int WINDOW = 1_000_000;
    private static final Duration POLL = Duration.ofMillis(500);
    private static final int MOST_SILENT_POLLS = 60;
    private static final byte APPLIED = 1;
    private static final byte SUPERSEDED = 2;
    private static final byte QUARANTINED = 4;

    private final ClickHouseClient analyst;
    private final KafkaConsumer<byte[], byte[]> consumer;

    Reconciliation(String bootstrapServers, ClickHouseClient analyst) {
        this.analyst = analyst;
        Properties settings = new Properties();
        settings.put("bootstrap.servers", bootstrapServers);
        settings.put("isolation.level", "read_committed");
        settings.put("enable.auto.commit", "false");
        settings.put("auto.offset.reset", "none");
        settings.put("max.poll.records", "5000");
        consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /**
     * Accounts for a topic.
     *
     * @param committed through which offset each partition of the topic is accounted for
     */
    Accounting account(ReconciledTopic topic, Map<TopicPartition, Long> committed) throws IOException {
        Accounting total = new Accounting(topic.name(), 0, 0, 0, 0, 0, 0);
        for (Map.Entry<TopicPartition, Long> reached : committed.entrySet()) {
            TopicPartition partition = reached.getKey();
            if (partition.topic().equals(topic.name())) {
                long first = consumer.beginningOffsets(List.of(partition)).get(partition);
                for (long from = first; from < reached.getValue(); from += WINDOW) {
                    long to = Math.min(from + WINDOW, reached.getValue());
                    total = total.plus(account(topic, partition, from, to));
                }
            }
        }
        return total;
    }

    private Accounting account(ReconciledTopic topic, TopicPartition partition, long from, long to) throws IOException {
        byte[] fates = fates(topic, partition, from, to);
        long[] counts = new long[Byte.SIZE];
        long read = 0;
        consumer.assign(List.of(partition));
        consumer.seek(partition, from);
        int silentPolls = 0;
        while (consumer.position(partition) < to) {
            ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
            silentPolls = records.isEmpty() ? silentPolls + 1 : 0;
            if (silentPolls == MOST_SILENT_POLLS) {
                throw new IOException(
                        "Kafka gives no more records of " + partition + ", though there are some before " + to);
            }
            for (ConsumerRecord<byte[], byte[]> record : records) {
                if (record.offset() < to) {
                    read++;
                    counts[fates[(int) (record.offset() - from)]]++;
                }
            }
        }
        long once = counts[APPLIED] + counts[SUPERSEDED] + counts[QUARANTINED];
        return new Accounting(
                topic.name(),
                read,
                counts[APPLIED],
                counts[SUPERSEDED],
                counts[QUARANTINED],
                counts[0],
                read - once - counts[0]);
    }

    private byte[] fates(ReconciledTopic topic, TopicPartition partition, long from, long to) throws IOException {
        byte[] fates = new byte[(int) (to - from)];
        String rows = analyst.query(
                topic.fates(),
                Map.of(
                        "param_topic", topic.name(),
                        "param_partition", Integer.toString(partition.partition()),
                        "param_from", Long.toString(from),
                        "param_to", Long.toString(to)));
        rows.lines().forEach(row -> {
            int tab = row.indexOf('\t');
            int index = (int) (Long.parseLong(row.substring(0, tab)) - from);
            fates[index] |= fate(row.substring(tab + 1));
        });
        return fates;
    }

    private static byte fate(String outcome) {
        return switch (outcome) {
            case "applied" -> APPLIED;
            case "superseded" -> SUPERSEDED;
            default -> QUARANTINED;
        };
    }

    @Override
    public void close() {
        consumer.close();
    }
}
