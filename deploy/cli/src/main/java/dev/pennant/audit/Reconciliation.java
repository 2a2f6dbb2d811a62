package dev.pennant.audit;

import dev.pennant.stack.clickhouse.ClickHouseClient;
import dev.pennant.stack.kafka.TopicReader;
import java.io.IOException;
import java.util.Map;
import java.util.stream.LongStream;
import org.apache.kafka.common.TopicPartition;

/**
 * Reads an input topic again, as far as the job's checkpoints have come, and looks up every record in the logs: each has to be there once, as
 * applied, superseded or quarantined. It goes through a partition window by window, so that its memory does not grow with the topic.
 */
final class Reconciliation {
    private static final int WINDOW = 1_000_000;
    private static final byte APPLIED = 1;
    private static final byte SUPERSEDED = 2;
    private static final byte QUARANTINED = 4;

    private final TopicReader topics;
    private final ClickHouseClient analyst;

    Reconciliation(TopicReader topics, ClickHouseClient analyst) {
        this.topics = topics;
        this.analyst = analyst;
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
                for (long from = topics.first(partition); from < reached.getValue(); from += WINDOW) {
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
        topics.read(partition, from, to, record -> counts[fates[(int) (record.offset() - from)]]++);
        long read = LongStream.of(counts).sum();
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
}
