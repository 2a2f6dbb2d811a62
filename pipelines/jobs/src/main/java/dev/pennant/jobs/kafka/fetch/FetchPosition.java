package dev.pennant.jobs.kafka.fetch;

import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.clients.Metadata.LeaderAndEpoch;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.message.FetchResponseData;
import org.apache.kafka.common.record.MemoryRecords;
import org.apache.kafka.common.requests.FetchRequest;
import org.apache.kafka.common.requests.FetchResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How far a partition was fetched. */
final class FetchPosition {
    private static final Logger LOG = LoggerFactory.getLogger(FetchPosition.class);

    /** Stands for the earliest offset there is. */
    static final long EARLIEST = -2;

    private final TopicPartition partition;

    /** The offset that is fetched next; below zero as long as that is the earliest, which is not known. */
    private long next;

    private Uuid topic = Uuid.ZERO_UUID;
    private Optional<Integer> latestEpoch = Optional.empty();
    private OptionalLong end = OptionalLong.empty();
    private long askAgainAt;

    /** @param next the offset to begin with, or one below zero for the earliest */
    FetchPosition(TopicPartition partition, long next) {
        this.partition = partition;
        this.next = next;
    }

    TopicPartition partition() {
        return partition;
    }

    /** The offset that is fetched next, below zero as long as it is to be the earliest and not known. */
    long next() {
        return next;
    }

    /** The end of what was committed by the latest answer since it began or went elsewhere, if there was one. */
    OptionalLong end() {
        return end;
    }

    /** Goes on elsewhere: at an offset, or with one below zero at the earliest. */
    void moveTo(long offset) {
        next = offset;
        latestEpoch = Optional.empty();
        end = OptionalLong.empty();
    }

    /** Hears of the topic's id, zero where it is not known. One that was deleted and created anew has another, and is read from its beginning. */
    void isOf(Uuid topicNow) {
        if (topicNow.equals(Uuid.ZERO_UUID)) {
            return;
        }
        if (!topicNow.equals(topic) && !topic.equals(Uuid.ZERO_UUID)) {
            LOG.warn("{} is of a topic that was created anew since; it is read from its earliest offset", this);
            moveTo(EARLIEST);
        }
        topic = topicNow;
    }

    /** What is asked next; with the epoch of the latest batch, by which a broker tells whether its log has gone another way since. */
    FetchRequest.PartitionData question(LeaderAndEpoch leader, int mostBytes) {
        return new FetchRequest.PartitionData(
                topic, next, FetchRequest.INVALID_LOG_START_OFFSET, mostBytes, leader.epoch, latestEpoch);
    }

    /**
     * Takes an answer without an error, and goes on behind it.
     *
     * @return what it brought, if anything
     */
    Optional<FetchedPart> take(FetchResponseData.PartitionData answer) {
        if (FetchResponse.isDivergingEpoch(answer)) {
            long parted = Math.min(next, answer.divergingEpoch().endOffset());
            LOG.warn(
                    "{} has lost its tail, and gone another way from offset {} on; it is read from there",
                    this,
                    parted);
            moveTo(parted);
            return Optional.empty();
        }
        MemoryRecords records = (MemoryRecords) FetchResponse.recordsOrFail(answer);
        FetchedPart part = new FetchedPart(partition, next, records, answer.abortedTransactions());
        end = OptionalLong.of(answer.lastStableOffset());
        part.last().ifPresent(last -> {
            next = last.nextOffset();
            latestEpoch = Optional.of(last.partitionLeaderEpoch()).filter(epoch -> epoch >= 0);
        });
        return Optional.of(part).filter(FetchedPart::hasNext);
    }

    /** Is not asked for before a moment, in milliseconds of UTC. */
    void pauseUntil(long millis) {
        askAgainAt = millis;
    }

    boolean isPausing(long nowMillis) {
        return nowMillis < askAgainAt;
    }

    @Override
    public String toString() {
        return partition + " at offset " + next;
    }
}
