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
 * is ended in between sends some of them twice, which does no harm: what the jobs take counts once.
 */
public final class DeadLetterReplay {
    private static final int MOST_RECORDS = 10_000;
    private static final long MOST_BYTES = 8 << 20;

    private static final Map<String, Topic> INPUTS =
            Topics.INPUTS.stream().collect(Collectors.toMap(Topic::name, Function.identity()));

    private final RefusedRecords refused;
    private final String bootstrapServers;
    private final InstantSource clock;

    /**
     * A replay of what the database has.
     *
     * @param migrator reads the dead letters and remembers which were sent again
     * @param bootstrapServers the broker of the topics
     * @param clock tells when a record was sent again
     */
    public DeadLetterReplay(ClickHouseClient migrator, String bootstrapServers, InstantSource clock) {
        this.refused = new RefusedRecords(migrator, MOST_RECORDS, MOST_BYTES);
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

    /**
     * Sends it.
     *
     * @param progress is told how many records are done
     * @return what became of those of each topic, in the order of their names
     * @throws dev.pennant.load.UndeliveredException when the broker does not take one; those that were not remembered wait on
     */
    public List<Outcome> send(Waiting waiting, LongConsumer progress) throws IOException {
        Map<String, Outcome> outcomes = new TreeMap<>();
        long done = 0;
        try (RecordSender sender = new RecordSender(bootstrapServers);
                TopicReader topics = new TopicReader(bootstrapServers)) {
            LaterMessages later = null;
            for (RefusedRange range : waiting.ranges) {
                TopicPartition partition = range.partition();
                Topic topic = INPUTS.get(partition.topic());
                if (!topic.isKeptWhole()) {
                    if (later == null || !later.areOf(partition)) {
                        later = new LaterMessages(
                                topics, partition, range.from(), refused.refusedFrom(partition, range.from()));
                    }
                    later.readOn();
                }
                Outcome outcome = send(waiting.selection, range, topic, later, sender);
                outcomes.merge(topic.name(), outcome, Outcome::plus);
                done += range.records();
                progress.accept(done);
            }
        }
        return List.copyOf(outcomes.values());
    }

    private Outcome send(Selection selection, RefusedRange range, Topic topic, LaterMessages later, RecordSender sender)
            throws IOException {
        TopicPartition partition = range.partition();
        List<RefusedRecord> sent = new ArrayList<>();
        long replaced = 0;
        long tooOld = 0;
        for (RefusedRecord each : refused.read(selection, range)) {
            if (!topic.isKeptWhole() && later.replace(each)) {
                replaced++;
            } else if (!topic.isKeptWhole() && mayBeWithdrawn(each, topic)) {
                tooOld++;
            } else {
                sender.send(new ProducerRecord<>(topic.name(), partition.partition(), each.key(), each.value()));
                sent.add(each);
            }
        }
        sender.awaitDelivery();
        refused.markReplayed(partition, sent, clock.instant());
        return new Outcome(topic.name(), sent.size(), replaced, tooOld);
    }

    /** Kafka forgets a withdrawal in the end, which might have come after this one. */
    private boolean mayBeWithdrawn(RefusedRecord each, Topic topic) {
        Instant known = clock.instant().minus(topic.withdrawalsKept());
        return each.seenAt().isBefore(known);
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
        private Outcome plus(Outcome other) {
            return new Outcome(topic, sent + other.sent, replaced + other.replaced, tooOld + other.tooOld);
        }
    }
}
