package dev.pennant.jobs.kafka.fetch;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.ClientUtils;
import org.apache.kafka.clients.Metadata;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.internals.ClusterResourceListeners;
import org.apache.kafka.common.requests.MetadataRequest;
import org.apache.kafka.common.utils.LogContext;

/** Who leads the partitions of some topics, kept up to date by the network client it is given to. */
final class TopicLeaders extends Metadata {
    private final Set<String> topics = ConcurrentHashMap.newKeySet();

    TopicLeaders(ConsumerConfig config, LogContext logs) {
        super(
                config.getLong(ConsumerConfig.RETRY_BACKOFF_MS_CONFIG),
                config.getLong(ConsumerConfig.RETRY_BACKOFF_MAX_MS_CONFIG),
                config.getLong(ConsumerConfig.METADATA_MAX_AGE_CONFIG),
                logs,
                new ClusterResourceListeners());
        bootstrap(ClientUtils.parseAndValidateAddresses(config));
    }

    void add(String topic) {
        if (topics.add(topic)) {
            requestUpdateForNewTopics();
        }
    }

    @Override
    protected MetadataRequest.Builder newMetadataRequestBuilder() {
        return MetadataRequest.Builder.forTopicNames(List.copyOf(topics), false);
    }

    @Override
    protected boolean retainTopic(String topic, boolean internal, long nowMillis) {
        return topics.contains(topic);
    }
}
