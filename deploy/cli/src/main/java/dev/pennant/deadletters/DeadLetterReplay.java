package dev.pennant.deadletters;

import dev.pennant.jobs.kafka.Topic;
import dev.pennant.jobs.kafka.Topics;
import dev.pennant.load.RecordSender;
import dev.pennant.stack.clickhouse.ClickHouseClient;
import dev.pennant.stack.kafka.TopicReader;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
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
 * is ended in between sends some of them twice, which does no harm: what the jobs take counts once, and in a topic of which the last message of each
 * key stands none goes in the place of a later one.
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
            LaterMessages later = null;
            for (RefusedRange range : waiting.ranges) {
                List<RefusedRecord> records = refused.read(waiting.selection, range);
                if (INPUTS.get(range.partition().topic()).isKeptWhole()) {
                    send(records, range.partition(), sender);
                } else {
                    later = later(later, topics, range);
                    sendUnlessReplaced(records, range.partition(), later, sender);
                }
                done += range.records();
                progress.accept(done);
            }
        }
    }

    private LaterMessages later(LaterMessages before, TopicReader topics, RefusedRange range) throws IOException {
        TopicPartition partition = range.partition();
        LaterMessages later = before != null && before.areOf(partition)
                ? before
                : new LaterMessages(topics, partition, range.from(), refused.refusedFrom(partition, range.from()));
        later.readOn();
        return later;
    }

    private void send(List<RefusedRecord> records, TopicPartition partition, RecordSender sender) throws IOException {
        records.forEach(each -> sender.send(again(each, partition)));
        sender.awaitDelivery();
        remember(partition, records, Fate.SENT);
    }

    private void sendUnlessReplaced(
            List<RefusedRecord> records, TopicPartition partition, LaterMessages later, RecordSender sender)
            throws IOException {
        Instant known = clock.instant().minus(INPUTS.get(partition.topic()).withdrawalsKept());
        Map<Fate, List<RefusedRecord>> fates = new EnumMap<>(Fate.class);
        for (RefusedRecord each : records) {
            Fate fate = fate(each, later, known);
            fates.computeIfAbsent(fate, first -> new ArrayList<>()).add(each);
            if (fate == Fate.SENT) {
                ProducerRecord<byte[], byte[]> sentAgain = again(each, partition);
                later.mark(sentAgain, each);
                sender.send(sentAgain);
            }
        }
        sender.awaitDelivery();
        for (Map.Entry<Fate, List<RefusedRecord>> fate : fates.entrySet()) {
            remember(partition, fate.getValue(), fate.getKey());
        }
    }

    /** @param known since when every withdrawal can still be read */
    private static Fate fate(RefusedRecord each, LaterMessages later, Instant known) {
        if (later.replace(each)) {
            return Fate.REPLACED;
        }
        return each.seenAt().isBefore(known) ? Fate.TOO_OLD : Fate.SENT;
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
     * @param replaced how many were left, as only the last message of a key stands, and a later one was taken
     * @param tooOld how many were left, as they are older than the withdrawals that such a topic keeps, of which one may have come later
     */
    public record Outcome(String topic, long sent, long replaced, long tooOld) {
        private static Outcome of(String topic, Fate fate, long records) {
            return new Outcome(
                    topic,
                    fate == Fate.SENT ? records : 0,
                    fate == Fate.REPLACED ? records : 0,
                    fate == Fate.TOO_OLD ? records : 0);
        }

        private Outcome plus(Outcome other) {
            return new Outcome(topic, sent + other.sent, replaced + other.replaced, tooOld + other.tooOld);
        }
    }
}
