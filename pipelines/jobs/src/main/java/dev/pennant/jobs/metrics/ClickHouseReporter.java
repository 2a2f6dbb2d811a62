package dev.pennant.jobs.metrics;

import dev.pennant.jobs.clickhouse.TableWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricConfig;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.apache.flink.metrics.reporter.Scheduled;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what the metrics of a process say into the table {@code job_metric_log}, as often as Flink asks, all in one insert. It is in nobody's way: where
 * the database does not take it, it says so once, and what was not taken is forgotten.
 */
final class ClickHouseReporter implements MetricReporter, Scheduled {
    private static final Logger LOG = LoggerFactory.getLogger(ClickHouseReporter.class);

    private final TableWriter<MetricReading> table;
    private final String database;
    private final Map<Metric, ReportedMetric> metrics = new ConcurrentHashMap<>();
    private boolean refused;

    /** @param database what the log calls the database, without secrets */
    ClickHouseReporter(TableWriter<MetricReading> table, String database) {
        this.table = table;
        this.database = database;
    }

    @Override
    public void open(MetricConfig config) {
        LOG.info("How the jobs run is told to {}", database);
    }

    @Override
    public void notifyOfAddedMetric(Metric metric, String name, MetricGroup group) {
        if (ReportedMetric.isReported(name)) {
            ReportedMetric.of(metric, name, group.getAllVariables())
                    .ifPresent(reported -> metrics.put(metric, reported));
        }
    }

    @Override
    public void notifyOfRemovedMetric(Metric metric, String name, MetricGroup group) {
        metrics.remove(metric);
    }

    @Override
    public void report() {
        List<MetricReading> readings = read();
        if (readings.isEmpty()) {
            return;
        }
        try {
            table.write(readings);
            if (refused) {
                LOG.info("{} takes the metrics of jobs again", database);
            }
            refused = false;
        } catch (IOException failure) {
            if (!refused) {
                LOG.warn(
                        "{} does not take the metrics of jobs ({}): they are lost until it does, the jobs go on",
                        database,
                        failure.getMessage());
            }
            refused = true;
        }
    }

    private List<MetricReading> read() {
        List<MetricReading> readings = new ArrayList<>();
        for (ReportedMetric metric : metrics.values()) {
            read(metric).ifPresent(readings::add);
        }
        return readings;
    }

    /** A gauge asks its operator, which may just be ending. */
    private static Optional<MetricReading> read(ReportedMetric metric) {
        try {
            return metric.read();
        } catch (RuntimeException ending) {
            LOG.debug("A metric could not be read", ending);
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        table.close();
    }
}
