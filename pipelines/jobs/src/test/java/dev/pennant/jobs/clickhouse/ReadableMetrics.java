package dev.pennant.jobs.clickhouse;

import java.util.HashMap;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.SimpleCounter;
import org.apache.flink.metrics.groups.OperatorIOMetricGroup;
import org.apache.flink.metrics.groups.SinkWriterMetricGroup;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;

/** A metric group whose metrics a test can read by name. */
final class ReadableMetrics extends UnregisteredMetricsGroup implements SinkWriterMetricGroup {
    private final Map<String, Metric> metrics = new HashMap<>();

    long count(String counter) {
        return ((Counter) metrics.get(counter)).getCount();
    }

    Object gauge(String name) {
        return ((Gauge<?>) metrics.get(name)).getValue();
    }

    Histogram histogram(String name) {
        return (Histogram) metrics.get(name);
    }

    @Override
    public Counter counter(String name) {
        return (Counter) metrics.computeIfAbsent(name, unused -> new SimpleCounter());
    }

    @Override
    public <T, G extends Gauge<T>> G gauge(String name, G gauge) {
        metrics.put(name, gauge);
        return gauge;
    }

    @Override
    public <H extends Histogram> H histogram(String name, H histogram) {
        metrics.put(name, histogram);
        return histogram;
    }

    @Override
    public MetricGroup addGroup(String name) {
        return this;
    }

    @Override
    public Counter getNumRecordsOutErrorsCounter() {
        return getNumRecordsSendErrorsCounter();
    }

    @Override
    public Counter getNumRecordsSendErrorsCounter() {
        return counter("numRecordsSendErrors");
    }

    @Override
    public Counter getNumRecordsSendCounter() {
        return counter("numRecordsSend");
    }

    @Override
    public Counter getNumBytesSendCounter() {
        return counter("numBytesSend");
    }

    @Override
    public void setCurrentSendTimeGauge(Gauge<Long> currentSendTime) {
        gauge("currentSendTime", currentSendTime);
    }

    @Override
    public OperatorIOMetricGroup getIOMetricGroup() {
        throw new UnsupportedOperationException("No test reads these");
    }
}
