package dev.pennant.jobs.kafka.fetch;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.Queue;
import org.apache.kafka.clients.Metadata.LeaderAndEpoch;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.message.FetchResponseData;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.requests.FetchRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches partitions as the batches they are kept in, only what is committed. Kafka's consumer makes objects of each record, which takes longer than
 * to read and count a receipt; so here its connections, requests and checks are used without it. What Kafka's consumer does for a group of consumers
 * is not done. While what was fetched is worked on, the brokers are at what comes next.
 *
 * <p>Where the offset that is to be read is gone, it goes on with the earliest there is. Belongs to one thread, except for {@link #wakeup}.
 */
public final class BatchFetcher implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BatchFetcher.class);

    private final FetchConnections connections;
    private final EarliestOffsets offsets;

    /** In the order in which they are asked for: those that brought something least lately come first, as an answer has a largest size. */
    private final Map<TopicPartition, FetchPosition> positions = new LinkedHashMap<>();

    private final Queue<FetchedPart> arrived = new ArrayDeque<>();
    private volatile boolean woken;

    /** @param properties a consumer's */
    public BatchFetcher(Properties properties) {
        connections = new FetchConnections(properties);
        offsets = new EarliestOffsets(properties);
    }

    /**
     * Begins to fetch a partition.
     *
     * @param offset the first offset, or one below zero for the earliest there is
     */
    public void assign(TopicPartition partition, long offset) {
        connections.add(partition.topic());
        positions.put(partition, new FetchPosition(partition, offset));
    }

    /** The offset behind all that was given of a partition, whatever of it was not taken yet; below zero while it is to be the earliest and not known. */
    public long next(TopicPartition partition) {
        return positions.get(partition).next();
    }

    /** Where the committed records of a partition ended by the latest answer, or nothing before the first. */
    public OptionalLong end(TopicPartition partition) {
        return positions.get(partition).end();
    }

    /**
     * Gives what has arrived, each partition's in its order, and asks for what comes next.
     *
     * @param patience how long to wait for an answer, which may have brought nothing; no longer when it is woken
     * @throws org.apache.kafka.common.KafkaException where something stands in the way that does not pass by itself
     */
    public List<FetchedPart> poll(Duration patience) {
        long end = connections.now() + patience.toMillis();
        boolean answered = !arrived.isEmpty();
        for (long left = patience.toMillis(); left > 0 && !answered && !isWoken(); left = end - connections.now()) {
            boolean allAreAsked = ask();
            answered = listen(allAreAsked ? left : Math.min(left, connections.retryMillis()));
        }
        woken = false;
        ask();
        listen(0);
        return takeArrived();
    }

    /** Gives what has arrived and asks for nothing: while what was given is still worked on, it keeps the connections alive. */
    public List<FetchedPart> arrived() {
        listen(0);
        return takeArrived();
    }

    /** Counts records that were taken out of what was given, as a consumer counts them. */
    public void consumed(String topic, long count) {
        connections.consumed(topic, count);
    }

    private List<FetchedPart> takeArrived() {
        List<FetchedPart> parts = new ArrayList<>(arrived);
        arrived.clear();
        return parts;
    }

    private boolean isWoken() {
        return woken || Thread.currentThread().isInterrupted();
    }

    /** Asks each leader that is not asked already for all of its partitions; says whether all are asked for. */
    private boolean ask() {
        boolean all = true;
        Map<Node, Map<TopicPartition, FetchRequest.PartitionData>> questions = new HashMap<>();
        for (FetchPosition position : positions.values()) {
            LeaderAndEpoch leader = connections.leader(position.partition());
            if (leader.leader.isEmpty() || position.isPausing(connections.now())) {
                all = false;
            } else if (!connections.isAsked(leader.leader.get(), position.partition())) {
                position.isOf(connections.topicId(position.partition().topic()));
                if (isFound(position)) {
                    questions
                            .computeIfAbsent(leader.leader.get(), first -> new LinkedHashMap<>())
                            .put(position.partition(), connections.question(position, leader));
                } else {
                    all = false;
                }
            }
        }
        for (Map.Entry<Node, Map<TopicPartition, FetchRequest.PartitionData>> question : questions.entrySet()) {
            all &= connections.ask(question.getKey(), question.getValue());
        }
        return all;
    }

    /** Takes the answers that come in some time, and says whether there were any. */
    private boolean listen(long millis) {
        List<Map<TopicPartition, FetchResponseData.PartitionData>> answers = connections.listen(millis);
        answers.forEach(answer -> answer.forEach(this::take));
        return !answers.isEmpty();
    }

    private void take(TopicPartition partition, FetchResponseData.PartitionData answer) {
        FetchPosition position = positions.get(partition);
        Errors error = Errors.forCode(answer.errorCode());
        if (error == Errors.NONE) {
            position.take(answer).ifPresent(part -> {
                arrived.add(part);
                positions.remove(partition);
                positions.put(partition, position);
            });
        } else if (error == Errors.OFFSET_OUT_OF_RANGE) {
            LOG.warn("{} is no longer there; reading goes on at the earliest offset there is", position);
            position.moveTo(FetchPosition.EARLIEST);
            pause(position);
        } else if (passes(error)) {
            LOG.debug("{} cannot be fetched now and will be again: {}", position, error.message());
            pause(position);
            connections.lookForLeaders();
        } else {
            throw error.exception(position + " cannot be fetched: " + error.message());
        }
    }

    /** Whether to try again; a batch that a broker finds broken will not be whole then. */
    private static boolean passes(Errors error) {
        return error == Errors.UNKNOWN_SERVER_ERROR
                || (error.exception() instanceof RetriableException && error != Errors.CORRUPT_MESSAGE);
    }

    /** Finds the earliest offset, where that is the one to go on with. */
    private boolean isFound(FetchPosition position) {
        if (position.next() < 0) {
            try {
                position.moveTo(offsets.earliest(position.partition()));
            } catch (RetriableException | WakeupException notNow) {
                LOG.debug("The earliest offset of {} is not known yet", position.partition(), notNow);
                pause(position);
            }
        }
        return position.next() >= 0;
    }

    private void pause(FetchPosition position) {
        position.pauseUntil(connections.now() + connections.retryMillis());
    }

    /** Ends a {@link #poll} that waits, or else the next one. */
    public void wakeup() {
        woken = true;
        connections.wakeup();
        offsets.wakeup();
    }

    @Override
    public void close() {
        connections.close();
        offsets.close();
    }
}
