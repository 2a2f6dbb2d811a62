package dev.pennant.jobs.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Properties;
import java.util.ServiceLoader;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricConfig;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.apache.flink.metrics.reporter.MetricReporterFactory;
import org.apache.flink.metrics.reporter.Scheduled;
import org.junit.jupiter.api.Test;

/** The reporter where there is no database; {@code ClickHouseReporterIT} has one. */
final class ClickHouseReporterTest {
    private static final String NOBODY = "jdbc:clickhouse://127.0.0.1:1/pennant";

    @Test
    void flinkFindsTheFactoryByItsName() {
        assertThat(ServiceLoader.load(MetricReporterFactory.class))
                .hasAtLeastOneElementOfType(ClickHouseReporterFactory.class);
        assertThat(ClickHouseReporterFactory.settings(NOBODY, "writer", "secret")
                        .toMap())
                .containsEntry("metrics.reporter.clickhouse.factory.class", ClickHouseReporterFactory.class.getName());
    }

    @Test
    void thePasswordStandsInNoLog() {
        Configuration settings = ClickHouseReporterFactory.settings(NOBODY, "writer", "hush-hush");

        assertThat(settings.toString()).doesNotContain("hush-hush");
    }

    @Test
    void withoutADatabaseNothingFailsAndNothingIsKept() {
        MetricReporter reporter = reporter(Map.of("url", NOBODY, "password", "secret"));
        reporter.open(new MetricConfig());
        Gauge<Long> lag = () -> 7L;
        Gauge<Long> broken = () -> {
            throw new IllegalStateException("closed");
        };
        reporter.notifyOfAddedMetric(lag, "pendingRecords", new SourceOfAJob());
        reporter.notifyOfAddedMetric(broken, "pendingRecords", new SourceOfAJob());

        assertThatCode(((Scheduled) reporter)::report).doesNotThrowAnyException();
        assertThatCode(((Scheduled) reporter)::report).doesNotThrowAnyException();
        reporter.notifyOfRemovedMetric(lag, "pendingRecords", new SourceOfAJob());
        assertThatCode(reporter::close).doesNotThrowAnyException();
    }

    @Test
    void aPasswordFileThatIsNotThereFailsNothing() {
        MetricReporter reporter = reporter(Map.of("url", NOBODY, "password-file", "/nowhere"));
        Gauge<Long> lag = () -> 7L;
        reporter.notifyOfAddedMetric(lag, "pendingRecords", new SourceOfAJob());

        assertThatCode(((Scheduled) reporter)::report).doesNotThrowAnyException();
    }

    @Test
    void aReporterHasToBeToldWhere() {
        assertThatThrownBy(() -> reporter(Map.of("user", "writer")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The setting metrics.reporter.clickhouse.url is missing");
    }

    private static MetricReporter reporter(Map<String, String> settings) {
        Properties properties = new Properties();
        properties.putAll(settings);
        return new ClickHouseReporterFactory().createMetricReporter(properties);
    }

    private static final class SourceOfAJob extends UnregisteredMetricsGroup {
        @Override
        public Map<String, String> getAllVariables() {
            return Map.of("<job_name>", "retail", "<operator_name>", "Source: stores", "<subtask_index>", "1");
        }
    }
}
