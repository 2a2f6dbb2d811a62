package dev.pennant.deadletters;

import dev.pennant.jobs.kafka.Topic;
import dev.pennant.jobs.kafka.Topics;
import dev.pennant.load.RecordSender;
import dev.pennant.stack.clickhouse.ClickHouseClient;
import dev.pennant.stack.kafka.TopicReader;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Sends refused records to their topics once more, byte for byte, each into the partition that it came from, and then remembers that it did. One that
 * is ended in between sends some of them twice, which does no harm: what the jobs take counts once. Where only the last message of each key stands, no
 * other is sent.
 */
public final class DeadLetterReplay {
    private static final int MOST_RECORDS = 10_000;
    private static final long MOST_BYTES = 8 << 20;

    private static final Map<String, Topic> INPUTS =
            Topics.INPUTS.stream().collect(Collectors.toMap(Topic::name, Function.identity()));

    private final RefusedRecords refused;
    private final String bootstrapServers;
    private final InstantSource clock;
    private final Map<String, Outcome> outcomes = new TreeMap<>();

    /**
     * A replay of what the database has.
     *
     * @param migrator reads the dead letters and remembers which were sent again
     * @param bootstrapServers the broker of the topics
     * @param clock tells when a record was sent again
     */
    public DeadLetterReplay(ClickHouseClient migrator, String bootstrapServers, InstantSource clock) {
        this(new RefusedRecords(migrator, MOST_RECORDS, MOST_BYTES), bootstrapServers, clock);
    }

    DeadLetterReplay(RefusedRecords refused, String bootstrapServers, InstantSource clock) {
        this.refused = refused;
        this.bootstrapServers = bootstrapServers;
        this.clock = clock;
    }

    /** What waits to be sent again. */
    public Waiting waiting(Selection selection) throws IOException {
        return new Waiting(selection, refused.waiting(selection));
    }

    /** The reasons of all that waits to be sent again, each with how many records, as people read it; empty when nothing waits. */
    public String waitingReasons() throws IOException {
        return refused.waitingReasons();
    }

    /** What became of the records of each topic so far, in the order of the topics' names. */
    public List<Outcome> outcomes() {
        return List.copyOf(outcomes.values());
    }

    /**
     * Sends it.
     *
     * @param progress is told how many records are done
     * @throws dev.pennant.load.UndeliveredException when the broker does not take one; those that were not remembered wait on
     */
    public void send(Waiting waiting, LongConsumer progress) throws IOException {
        long done = 0;
        try (RecordSender sender = new RecordSender(bootstrapServers);
                TopicReader topics = new TopicReader(bootstrapServers)) {
            LastMessages last = null;
            for (RefusedRange range : waiting.ranges) {
                List<RefusedRecord> records = refused.read(waiting.selection, range);
                if (INPUTS.get(range.partition().topic()).isKeptWhole()) {
                    send(records, range.partition(), sender);
                } else {
                    last = last(last, topics, range);
                    sendThoseThatStand(records, range.partition(), last, sender);
                }
                done += range.records();
                progress.accept(done);
            }
        }
    }

    private static LastMessages last(LastMessages before, TopicReader topics, RefusedRange range) throws IOException {
        TopicPartition partition = range.partition();
        LastMessages last =
                before != null && before.areOf(partition) ? before : new LastMessages(topics, partition, range.from());
        last.readOn();
        return last;
    }

    private void sendThoseThatStand(
            List<RefusedRecord> records, TopicPartition partition, LastMessages last, RecordSender sender)
            throws IOException {
        Map<Boolean, List<RefusedRecord>> byWhetherTheyStand =
                records.stream().collect(Collectors.partitioningBy(last::include));
        send(byWhetherTheyStand.get(true), partition, sender);
        remember(partition, byWhetherTheyStand.get(false), Fate.REPLACED);
    }

    private void send(List<RefusedRecord> records, TopicPartition partition, RecordSender sender) throws IOException {
        records.forEach(each -> sender.send(again(each, partition)));
        sender.awaitDelivery();
        remember(partition, records, Fate.SENT);
    }

    private static ProducerRecord<byte[], byte[]> again(RefusedRecord each, TopicPartition partition) {
        return new ProducerRecord<>(partition.topic(), partition.partition(), each.key(), each.value());
    }

    private void remember(TopicPartition partition, List<RefusedRecord> records, Fate fate) throws IOException {
        refused.remember(partition, records, fate, clock.instant());
        outcomes.merge(partition.topic(), Outcome.of(partition.topic(), fate, records.size()), Outcome::plus);
    }

    /** Records that wait to be sent again. */
    public static final class Waiting {
        private final Selection selection;
        private final List<RefusedRange> ranges;

        private Waiting(Selection selection, List<RefusedRange> ranges) {
            this.selection = selection;
            this.ranges = ranges;
        }

        /** How many they are. */
        public long records() {
            return ranges.stream().mapToLong(RefusedRange::records).sum();
        }
    }

    /**
     * What became of the refused records of a topic.
     *
     * @param topic its name
     * @param sent how many were sent again
     * @param replaced how many were left, as only the last message of a key stands, and a later one has come
     */
    public record Outcome(String topic, long sent, long replaced) {
        private static Outcome of(String topic, Fate fate, long records) {
            return new Outcome(topic, fate == Fate.SENT ? records : 0, fate == Fate.REPLACED ? records : 0);
        }

        private Outcome plus(Outcome other) {
            return new Outcome(topic, sent + other.sent, replaced + other.replaced);
        }
    }
}
