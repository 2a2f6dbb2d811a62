package dev.pennant.jobs.metrics;

import dev.pennant.jobs.clickhouse.TableMapping;
import java.math.BigDecimal;

/**
 * What a metric said when it was reported; the database adds when that was, by its own clock.
 *
 * @param job the job's name
 * @param operator which operator of it, or empty where the metric is the job's own
 * @param subtask which of the operator's subtasks
 * @param metric the name that Flink or the sink gives the metric
 * @param value what it said, in its own unit, to a thousandth
 */
record MetricReading(String job, String operator, int subtask, String metric, BigDecimal value) {
    static final TableMapping<MetricReading> TABLE = TableMapping.<MetricReading>into("pennant.job_metric_log")
            .column("job", MetricReading::job)
            .column("operator", MetricReading::operator)
            .column("subtask", MetricReading::subtask)
            .column("metric", MetricReading::metric)
            .column("value", MetricReading::value)
            .key("metric", "job", "operator", "subtask")
            .build();
}
