package dev.pennant.jobs.kafka.fetch;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.internals.ConsumerUtils;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.metrics.Sensor;
import org.apache.kafka.common.metrics.stats.Meter;
import org.apache.kafka.common.utils.Time;

/** Counts what was fetched of each topic, under the names under which Kafka's consumer counts it. */
final class FetchMetrics implements AutoCloseable {
    private static final String GROUP = "consumer-fetch-manager-metrics";

    private final Metrics metrics;
    private final Map<String, Sensor> records = new HashMap<>();

    FetchMetrics(ConsumerConfig config, Time time) {
        metrics = ConsumerUtils.createMetrics(config, time);
    }

    /** Those of the network client. */
    Metrics metrics() {
        return metrics;
    }

    /** Counts records that were given on. */
    void consumed(String topic, long count) {
        records.computeIfAbsent(topic, this::sensorOf).record((double) count);
    }

    private Sensor sensorOf(String topic) {
        Map<String, String> tags = Map.of("topic", topic);
        Sensor sensor = metrics.sensor("topic." + topic + ".records-fetched");
        sensor.add(new Meter(
                metrics.metricName("records-consumed-rate", GROUP, "The records consumed a second", tags),
                metrics.metricName("records-consumed-total", GROUP, "The records consumed", tags)));
        return sensor;
    }

    @Override
    public void close() {
        metrics.close();
    }
}
