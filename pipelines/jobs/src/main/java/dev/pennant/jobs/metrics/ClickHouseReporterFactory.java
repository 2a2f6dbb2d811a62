package dev.pennant.jobs.metrics;

import dev.pennant.jobs.JobSettings;
import dev.pennant.jobs.clickhouse.ClickHouseAccess;
import dev.pennant.jobs.clickhouse.TableWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.apache.flink.metrics.reporter.MetricReporterFactory;

/**
 * Makes the reporter that tells ClickHouse how the jobs run. Flink finds it by its name, where the job jar is a plug-in or on the class path; its
 * settings begin with {@code metrics.reporter.clickhouse.}:
 *
 * <pre>
 * factory.class   the name of this class
 * url             jdbc:clickhouse://HOST:8123/pennant
 * user            writer unless given
 * password-file   a file with the password; else it is in PENNANT_CLICKHOUSE_PASSWORD of the process
 * interval        10 s unless given; at most 30 s, or the view job_health loses sight of a job
 * </pre>
 */
public final class ClickHouseReporterFactory implements MetricReporterFactory {
    private static final String PREFIX = "metrics.reporter.clickhouse.";
    private static final String URL = "url";
    private static final String USER = "user";
    private static final String PASSWORD = "password";
    private static final String PASSWORD_FILE = "password-file";

    /** One who does not answer sooner gets the next report. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** The settings of a Flink in this process, which has the password itself. */
    public static Configuration settings(String url, String user, String password) {
        Configuration settings = new Configuration();
        settings.setString(PREFIX + "factory.class", ClickHouseReporterFactory.class.getName());
        settings.setString(PREFIX + URL, url);
        settings.setString(PREFIX + USER, user);
        settings.setString(PREFIX + PASSWORD, password);
        return settings;
    }

    /**
     * The reporter.
     *
     * @throws IllegalArgumentException when the settings name no database; Flink then runs without it, and says so in its log
     */
    @Override
    public MetricReporter createMetricReporter(Properties settings) {
        String url = settings.getProperty(URL);
        if (url == null) {
            throw new IllegalArgumentException("The setting " + PREFIX + URL + " is missing");
        }
        ClickHouseAccess access = withPassword(ClickHouseAccess.to(url, settings.getProperty(USER, "writer")), settings)
                .withTimeout(PATIENCE);
        return new ClickHouseReporter(new TableWriter<>(MetricReading.TABLE, access), access.toString());
    }

    private static ClickHouseAccess withPassword(ClickHouseAccess access, Properties settings) {
        String password = settings.getProperty(PASSWORD);
        if (password != null) {
            return access.withPassword(password);
        }
        String file = settings.getProperty(PASSWORD_FILE);
        return file == null
                ? access.withPasswordFromEnvironment(JobSettings.PASSWORD_VARIABLE)
                : access.withPasswordFile(Path.of(file));
    }
}
