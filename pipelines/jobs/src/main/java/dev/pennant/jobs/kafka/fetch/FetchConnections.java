package dev.pennant.jobs.kafka.fetch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.clients.ApiVersions;
import org.apache.kafka.clients.ClientResponse;
import org.apache.kafka.clients.ClientUtils;
import org.apache.kafka.clients.Metadata.LeaderAndEpoch;
import org.apache.kafka.clients.NetworkClient;
import org.apache.kafka.clients.NetworkClientUtils;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.message.FetchResponseData;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.requests.FetchRequest;
import org.apache.kafka.common.requests.FetchResponse;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.utils.LogContext;
import org.apache.kafka.common.utils.Time;

/**
 * Kafka's own network client, with a consumer's settings, for nothing but fetching: who leads which partition, a question at a time to each leader,
 * and the answers.
 */
final class FetchConnections implements AutoCloseable {
    /** The client's bound, of which one is used. */
    private static final int MOST_UNDERWAY = 5;

    private static final Time TIME = Time.SYSTEM;

    private final ConsumerConfig config;
    private final int mostBytesOfPartition;
    private final long retryMillis;
    private final FetchMetrics metrics;
    private final TopicLeaders leaders;
    private final NetworkClient client;

    /** Whose answer is awaited, by leader. */
    private final Map<String, Set<TopicPartition>> asked = new HashMap<>();

    FetchConnections(Properties properties) {
        config = new ConsumerConfig(ofBytes(properties));
        mostBytesOfPartition = config.getInt(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG);
        retryMillis = config.getLong(ConsumerConfig.RETRY_BACKOFF_MS_CONFIG);
        LogContext logs = new LogContext("[" + config.getString(ConsumerConfig.CLIENT_ID_CONFIG) + "] ");
        metrics = new FetchMetrics(config, TIME);
        leaders = new TopicLeaders(config, logs);
        client = ClientUtils.createNetworkClient(
                config,
                metrics.metrics(),
                "consumer",
                logs,
                new ApiVersions(),
                TIME,
                MOST_UNDERWAY,
                leaders,
                null,
                null);
    }

    /** The properties, with what a consumer's have to say of how keys and values are read. */
    static Properties ofBytes(Properties properties) {
        Properties ofBytes = new Properties();
        ofBytes.putAll(properties);
        ofBytes.setProperty(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class.getName());
        ofBytes.setProperty(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class.getName());
        return ofBytes;
    }

    long now() {
        return TIME.milliseconds();
    }

    /** How long to wait before what failed is tried again. */
    long retryMillis() {
        return retryMillis;
    }

    /** From now on leaders of this topic's partitions are known. */
    void add(String topic) {
        leaders.add(topic);
    }

    /** The leader of a partition; where there is none known it is looked for. */
    LeaderAndEpoch leader(TopicPartition partition) {
        LeaderAndEpoch leader = leaders.currentLeader(partition);
        if (leader.leader.isEmpty()) {
            lookForLeaders();
        }
        return leader;
    }

    void lookForLeaders() {
        leaders.requestUpdate(false);
    }

    /** Whether a leader still owes an answer, or another one that of a partition: one who led it before may still have given records. */
    boolean isAsked(Node leader, TopicPartition partition) {
        return asked.containsKey(leader.idString())
                || asked.values().stream().anyMatch(partitions -> partitions.contains(partition));
    }

    /** What to ask of a partition next. */
    FetchRequest.PartitionData question(FetchPosition position, LeaderAndEpoch leader) {
        return position.question(leader, mostBytesOfPartition);
    }

    /** The id of a topic, or zero where it is not known. */
    Uuid topicId(String topic) {
        return leaders.topicIds().getOrDefault(topic, Uuid.ZERO_UUID);
    }

    /** Asks a leader, if it can be reached; otherwise a connection is begun. */
    boolean ask(Node leader, Map<TopicPartition, FetchRequest.PartitionData> questions) {
        long now = now();
        if (!client.ready(leader, now)) {
            NetworkClientUtils.maybeThrowAuthFailure(client, leader);
            return false;
        }
        FetchRequest.Builder request = FetchRequest.Builder.forConsumer(
                        ApiKeys.FETCH.latestVersion(),
                        config.getInt(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG),
                        config.getInt(ConsumerConfig.FETCH_MIN_BYTES_CONFIG),
                        questions)
                .setMaxBytes(config.getInt(ConsumerConfig.FETCH_MAX_BYTES_CONFIG))
                .isolationLevel(IsolationLevel.READ_COMMITTED);
        client.send(client.newClientRequest(leader.idString(), request, now, true), now);
        asked.put(leader.idString(), questions.keySet());
        return true;
    }

    /** The answers that come in some time. A broker that was lost owes none any more. */
    List<Map<TopicPartition, FetchResponseData.PartitionData>> listen(long millis) {
        List<Map<TopicPartition, FetchResponseData.PartitionData>> answers = new ArrayList<>();
        for (ClientResponse response : client.poll(millis, now())) {
            Set<TopicPartition> partitions = asked.remove(response.destination());
            if (response.authenticationException() != null) {
                throw response.authenticationException();
            }
            if (response.versionMismatch() != null) {
                throw response.versionMismatch();
            }
            if (response.responseBody() instanceof FetchResponse answer && partitions != null) {
                answers.add(
                        answer.error() == Errors.NONE
                                ? answer.responseData(
                                        leaders.topicNames(),
                                        response.requestHeader().apiVersion())
                                : failed(partitions, answer.error()));
            }
        }
        leaders.maybeThrowAnyException();
        return answers;
    }

    /** What went wrong with all, said of each. */
    private static Map<TopicPartition, FetchResponseData.PartitionData> failed(
            Set<TopicPartition> partitions, Errors error) {
        Map<TopicPartition, FetchResponseData.PartitionData> failed = new HashMap<>();
        partitions.forEach(
                partition -> failed.put(partition, new FetchResponseData.PartitionData().setErrorCode(error.code())));
        return failed;
    }

    /** Counts records that were given on. */
    void consumed(String topic, long count) {
        metrics.consumed(topic, count);
    }

    void wakeup() {
        client.wakeup();
    }

    @Override
    public void close() {
        client.close();
        metrics.close();
    }
}
