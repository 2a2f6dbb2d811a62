package dev.pennant.jobs.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MeterView;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.SimpleCounter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class ReportedMetricTest {
    private static final Map<String, String> CLUSTER = Map.of("<host>", "localhost");
    private static final Map<String, String> JOB = Map.of("<job_name>", "retail");
    private static final Map<String, String> TASK =
            Map.of("<job_name>", "retail", "<task_name>", "Source: stores", "<subtask_index>", "1");
    private static final Map<String, String> SOURCE =
            Map.of("<job_name>", "retail", "<operator_name>", "Source: stores", "<subtask_index>", "1");
    private static final Map<String, String> SINK = Map.of(
            "<job_name>", "retail", "<operator_name>", "to-pennant.retail_hour_latest: Writer", "<subtask_index>", "0");

    static List<Arguments> metrics() {
        return List.of(
                Arguments.of("uptime", JOB, true),
                Arguments.of("lastCheckpointDuration", JOB, true),
                Arguments.of("totalNumberOfCheckpoints", JOB, false),
                Arguments.of("uptime", CLUSTER, false),
                Arguments.of("pendingRecords", SOURCE, true),
                Arguments.of("numRecordsInPerSecond", SOURCE, true),
                Arguments.of("numRecordsInPerSecond", SINK, false),
                Arguments.of("numRecordsInPerSecond", TASK, false),
                Arguments.of("rowsPerSecond", SINK, true),
                Arguments.of("retries", SINK, true),
                Arguments.of("retries", SOURCE, false),
                Arguments.of("rows", SINK, false));
    }

    @ParameterizedTest(name = "{0} of {1}: {2}")
    @MethodSource("metrics")
    void aJobASourceAndTheSinkAreReportedAndNothingElse(String name, Map<String, String> scope, boolean reported) {
        assertThat(ReportedMetric.of(gauge(1), name, scope).isPresent()).isEqualTo(reported);
    }

    @Test
    void aReadingSaysWhoseItIs() {
        assertThat(ReportedMetric.of(gauge(7L), "pendingRecords", SOURCE).flatMap(ReportedMetric::read))
                .contains(new MetricReading("retail", "Source: stores", 1, "pendingRecords", new BigDecimal("7.000")));
        assertThat(ReportedMetric.of(gauge(7L), "uptime", JOB).flatMap(ReportedMetric::read))
                .contains(new MetricReading("retail", "", 0, "uptime", new BigDecimal("7.000")));
    }

    @Test
    void everyKindOfMetricIsRead() {
        Counter retries = new SimpleCounter();
        retries.inc(3);
        MeterView rate = new MeterView(retries, 5);
        rate.update();

        assertThat(valueOf(retries)).isEqualTo("3.000");
        assertThat(valueOf(rate)).isEqualTo("0.600");
        assertThat(valueOf(gauge(2.0005))).isEqualTo("2.001");
        assertThat(valueOf(gauge(Integer.MAX_VALUE))).isEqualTo("2147483647.000");
    }

    @Test
    void aMetricThatHasNothingToSayIsNotRead() {
        assertThat(valueOf(gauge(-1L))).isEqualTo("nothing");
        assertThat(valueOf(gauge(Double.NaN))).isEqualTo("nothing");
        assertThat(valueOf(gauge(Long.MAX_VALUE))).isEqualTo("nothing");
        assertThat(valueOf((Gauge<String>) () -> "n/a")).isEqualTo("nothing");
        assertThat(valueOf((Gauge<Long>) () -> null)).isEqualTo("nothing");
    }

    private static Gauge<Number> gauge(Number value) {
        return () -> value;
    }

    private static String valueOf(Metric metric) {
        return ReportedMetric.of(metric, "retries", SINK)
                .flatMap(ReportedMetric::read)
                .map(reading -> reading.value().toPlainString())
                .orElse("nothing");
    }
}
