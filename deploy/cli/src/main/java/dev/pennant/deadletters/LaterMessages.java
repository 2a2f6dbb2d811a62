package dev.pennant.deadletters;

import dev.pennant.stack.kafka.TopicReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/**
 * What came in a partition of which the last message of each key stands. To send an earlier one again would put it in the place of what was taken
 * since; what was refused since stands nowhere, and is sent again behind it.
 */
final class LaterMessages {
    private final TopicReader topics;
    private final TopicPartition partition;
    private final Set<Long> refused;
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
        topics.read(partition, next, end, message -> {
            if (message.key() != null && !refused.contains(message.offset())) {
                latest.put(ByteBuffer.wrap(message.key()), message.offset());
            }
        });
        next = end;
    }

    /** Whether a message of the same key was taken after this one. */
    boolean replace(RefusedRecord earlier) {
        return earlier.key() != null && latest.getOrDefault(ByteBuffer.wrap(earlier.key()), -1L) > earlier.offset();
    }
}
