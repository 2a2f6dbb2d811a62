package dev.pennant.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pennant.stack.kafka.TopicReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;

/**
 * What came in a partition of which the last message of each key stands. To send an earlier one again would put it in the place of what was taken
 * since; what was refused since stands nowhere, and is sent again behind it. What was sent again is no later than it first was, which a header says.
 */
final class LaterMessages {
    private static final String FIRST_OFFSET = "pennant-first-offset";

    private final TopicReader topics;
    private final TopicPartition partition;
    private final Set<Long> refused;

    /** Where those first stood that were sent again and refused again, by where they stand. */
    private final Map<Long, Long> firstOffsets = new HashMap<>();

    private final Map<ByteBuffer, Long> latest = new HashMap<>();
    private long next;

    /**
     * Those from an offset on.
     *
     * @param refused the offsets of those that were refused
     */
    LaterMessages(TopicReader topics, TopicPartition partition, long from, Set<Long> refused) {
        this.topics = topics;
        this.partition = partition;
        this.refused = refused;
        next = Math.max(from, topics.first(partition));
    }

    /** Whether they are those of a partition. */
    boolean areOf(TopicPartition other) {
        return partition.equals(other);
    }

    /** Reads what there is by now. */
    void readOn() throws IOException {
        long end = topics.end(partition);
        topics.read(partition, next, end, this::read);
        next = end;
    }

    private void read(ConsumerRecord<byte[], byte[]> message) {
        Header sentAgain = message.headers().lastHeader(FIRST_OFFSET);
        long first = sentAgain == null ? message.offset() : Long.parseLong(new String(sentAgain.value(), UTF_8));
        if (refused.contains(message.offset())) {
            firstOffsets.put(message.offset(), first);
        } else if (message.key() != null) {
            latest.merge(ByteBuffer.wrap(message.key()), first, Math::max);
        }
    }

    /** Whether a message of the same key, which came later than this one first did, was taken. */
    boolean replace(RefusedRecord earlier) {
        return earlier.key() != null && latest.getOrDefault(ByteBuffer.wrap(earlier.key()), -1L) > firstOffset(earlier);
    }

    /** Says in a record that is sent again where it first stood. */
    void mark(ProducerRecord<byte[], byte[]> sentAgain, RefusedRecord earlier) {
        sentAgain
                .headers()
                .add(FIRST_OFFSET, Long.toString(firstOffset(earlier)).getBytes(UTF_8));
    }

    private long firstOffset(RefusedRecord earlier) {
        return firstOffsets.getOrDefault(earlier.offset(), earlier.offset());
    }
}
