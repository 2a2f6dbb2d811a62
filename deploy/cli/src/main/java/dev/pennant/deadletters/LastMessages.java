package dev.pennant.deadletters;

import dev.pennant.stack.kafka.TopicReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * The last message of each key of a partition of which only those stand. Any other would, sent again, stand in the place of what came since. Of one
 * that Kafka has forgotten something came since, too, if only a withdrawal that it has forgotten as well; it is a withdrawal itself that Kafka forgets
 * though it is the last.
 */
final class LastMessages {
    private final TopicReader topics;
    private final TopicPartition partition;
    private final Map<ByteBuffer, Long> offsets = new HashMap<>();
    private long next;

    /** Those from an offset on. */
    LastMessages(TopicReader topics, TopicPartition partition, long from) {
        this.topics = topics;
        this.partition = partition;
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
            if (message.key() != null) {
                offsets.put(ByteBuffer.wrap(message.key()), message.offset());
            }
        });
        next = end;
    }

    /** Whether a record is the last of its key. */
    boolean include(RefusedRecord each) {
        if (each.key() == null) {
            return false;
        }
        long last = offsets.getOrDefault(ByteBuffer.wrap(each.key()), -1L);
        return each.value() == null ? last <= each.offset() : last == each.offset();
    }
}
