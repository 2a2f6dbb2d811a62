package dev.pennant.jobs.metrics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Meter;
import org.apache.flink.metrics.Metric;

/**
 * A metric that tells how a job runs, and whose it is. Of the hundreds that Flink has these are reported: of a job how long it has run, how often it
 * has restarted, and its checkpoints; of a source how much is yet to be read and how fast it reads; of the sink into ClickHouse how much it writes, how
 * long the last insert took, and how often one was tried again.
 */
final class ReportedMetric {
    private static final Set<String> OF_JOBS = Set.of(
            "uptime",
            "numRestarts",
            "lastCompletedCheckpointId",
            "lastCheckpointDuration",
            "lastCheckpointSize",
            "numberOfCompletedCheckpoints",
            "numberOfFailedCheckpoints");
    private static final Set<String> OF_SOURCES = Set.of("pendingRecords", "numRecordsInPerSecond");
    private static final Set<String> OF_SINKS =
            Set.of("rowsPerSecond", "batchesPerSecond", "lastFlushMillis", "retries");

    /** What Flink puts before the name of an operator that is a source. */
    private static final String SOURCE = "Source: ";

    private static final int DECIMALS = 3;

    /** More than the column of the table holds. */
    private static final double TOO_MUCH = 1e15;

    private final Metric metric;
    private final String name;
    private final String job;
    private final String operator;
    private final int subtask;

    private ReportedMetric(Metric metric, String name, String job, String operator, int subtask) {
        this.metric = metric;
        this.name = name;
        this.job = job;
        this.operator = operator;
        this.subtask = subtask;
    }

    /** Whether a metric of this name can be one, whosever it is. */
    static boolean isReported(String name) {
        return OF_JOBS.contains(name) || OF_SOURCES.contains(name) || OF_SINKS.contains(name);
    }

    /**
     * The metric, or nothing where it is none of those that are reported.
     *
     * @param scope the variables of Flink's that say whose it is
     */
    static Optional<ReportedMetric> of(Metric metric, String name, Map<String, String> scope) {
        String job = scope.get("<job_name>");
        String operator = scope.getOrDefault("<operator_name>", "");
        if (job == null || !namesOf(operator).contains(name)) {
            return Optional.empty();
        }
        int subtask = Integer.parseInt(scope.getOrDefault("<subtask_index>", "0"));
        return Optional.of(new ReportedMetric(metric, name, job, operator, subtask));
    }

    private static Set<String> namesOf(String operator) {
        if (operator.isEmpty()) {
            return OF_JOBS;
        }
        return operator.startsWith(SOURCE) ? OF_SOURCES : OF_SINKS;
    }

    /** What it says now, or nothing where it has nothing to say: Flink's own say −1 before there is a checkpoint. */
    Optional<MetricReading> read() {
        double value = value();
        return value >= 0 && value < TOO_MUCH
                ? Optional.of(new MetricReading(
                        job,
                        operator,
                        subtask,
                        name,
                        BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_UP)))
                : Optional.empty();
    }

    private double value() {
        if (metric instanceof Counter counter) {
            return counter.getCount();
        }
        if (metric instanceof Meter meter) {
            return meter.getRate();
        }
        return metric instanceof Gauge<?> gauge && gauge.getValue() instanceof Number number
                ? number.doubleValue()
                : Double.NaN;
    }
}
