package dev.pennant.audit;

import dev.pennant.jobs.kafka.Topics;
import dev.pennant.stack.clickhouse.ClickHouseClient;
import dev.pennant.stack.kafka.TopicReader;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.TopicPartition;

/**
 * Accounts for receipts, of which no log is kept: there are too many. Instead the job counts what became of the records of each partition, and
 * those counts have to agree with the topic, with the dead letters, and with the receipts in the hours and those that are held.
 */
final class ReceiptAccounting {
    private static final String TOPIC = Topics.RETAIL_RECEIPTS.name();

    private static final String READING =
            "SELECT partition, next_offset, counted, repeated, refused FROM pennant.retail_reading_latest FINAL";

    private static final String DEAD_LETTERS =
            """
            SELECT uniqExact(offset), uniqExactIf(offset, replayed_at IS NULL) FROM pennant.dead_letters
            WHERE topic = {topic:String} AND partition = {partition:Int32} AND offset < {to:Int64}""";

    private static final String RECEIPTS =
            """
            SELECT (SELECT sum(receipts) FROM pennant.retail_hour_latest FINAL)
                + (SELECT sum(receipts) FROM pennant.retail_held_latest FINAL)""";

    private final TopicReader topics;
    private final ClickHouseClient analyst;

    ReceiptAccounting(TopicReader topics, ClickHouseClient analyst) {
        this.topics = topics;
        this.analyst = analyst;
    }

    /**
     * Accounts for the topic.
     *
     * @param committed through which offset each partition is accounted for
     */
    Accounting account(Map<TopicPartition, Long> committed) throws IOException {
        Map<Integer, Reading> readings = new HashMap<>();
        analyst.query(READING).lines().map(Reading::of).forEach(reading -> readings.put(reading.partition, reading));
        Accounting total = new Accounting(TOPIC, 0, 0, 0, 0, 0, 0);
        for (Map.Entry<TopicPartition, Long> reached : committed.entrySet()) {
            if (reached.getKey().topic().equals(TOPIC)) {
                int partition = reached.getKey().partition();
                Reading reading = readings.getOrDefault(partition, new Reading(partition, 0, 0, 0, 0));
                total = total.plus(account(reading, reached.getKey(), reached.getValue()));
            }
        }
        // A receipt that was counted has to be in an hour or held, and nothing else may be there.
        long amiss = total.applied() - Long.parseLong(analyst.query(RECEIPTS));
        return total.plus(new Accounting(TOPIC, 0, 0, 0, 0, Math.max(0, amiss), Math.max(0, -amiss)));
    }

    private Accounting account(Reading reading, TopicPartition partition, long committed) throws IOException {
        long to = Math.max(reading.nextOffset, committed);
        AtomicLong records = new AtomicLong();
        topics.read(partition, topics.first(partition), to, record -> records.incrementAndGet());
        long quarantined = quarantined(reading.refused, partition, to);
        long amiss = records.get() - reading.counted - reading.repeated - reading.refused;
        long refusedAmiss = reading.refused - quarantined;
        return new Accounting(
                TOPIC,
                records.get(),
                reading.counted,
                reading.repeated,
                quarantined,
                Math.max(0, amiss) + Math.max(0, refusedAmiss),
                Math.max(0, -amiss) + Math.max(0, -refusedAmiss));
    }

    /**
     * How many dead letters of a partition the job may have refused, as near as can be to how many it says. One that was sent again need not be among
     * them: a job that began anew, with what refused it mended, has taken the record where it first stood.
     */
    private long quarantined(long refused, TopicPartition partition, long to) throws IOException {
        String[] letters = analyst.query(
                        DEAD_LETTERS,
                        Map.of(
                                "param_topic", TOPIC,
                                "param_partition", Integer.toString(partition.partition()),
                                "param_to", Long.toString(to)))
                .split("\t", -1);
        return Math.max(Long.parseLong(letters[1]), Math.min(Long.parseLong(letters[0]), refused));
    }

    private record Reading(int partition, long nextOffset, long counted, long repeated, long refused) {
        static Reading of(String row) {
            String[] columns = row.split("\t", -1);
            return new Reading(
                    Integer.parseInt(columns[0]),
                    Long.parseLong(columns[1]),
                    Long.parseLong(columns[2]),
                    Long.parseLong(columns[3]),
                    Long.parseLong(columns[4]));
        }
    }
}
