package dev.pennant.jobs.alerts;

import dev.pennant.jobs.Job;
import dev.pennant.jobs.JobSettings;
import dev.pennant.jobs.JobWiring;
import dev.pennant.jobs.alerts.notify.NotificationSink;
import dev.pennant.jobs.deadletters.DeadLetterEvents;
import dev.pennant.jobs.kafka.Topics;
import java.time.Clock;
import java.util.List;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Raises alerts: {@link AlertPipeline} between Kafka and ClickHouse, and the people who are told. */
public final class AlertJob {
    /** The job as everybody knows it. */
    public static final Job JOB = new Job(
            AlertPipeline.JOB,
            List.of(Topics.ALERT_RULES, Topics.INDICATOR_VALUES, Topics.STANDINGS),
            AlertJob::define);

    private static final String NOTIFY = "notify";

    private AlertJob() {}

    private static void define(StreamExecutionEnvironment environment, JobSettings settings, Clock clock) {
        JobWiring wiring = new JobWiring(environment, settings, JOB.group());
        AlertPipeline.Outputs outputs = new AlertPipeline(settings.readCatalogue(), clock)
                .define(
                        wiring.read(Topics.ALERT_RULES),
                        wiring.read(Topics.INDICATOR_VALUES),
                        wiring.read(Topics.STANDINGS));
        wiring.send(outputs.deadLetters(), Topics.DEAD_LETTERS, new DeadLetterEvents());
        wiring.write(outputs.alerts(), AlertTables.ALERTS);
        wiring.write(outputs.rules(), AlertTables.RULES);
        outputs.alerts()
                .sinkTo(NotificationSink.by(settings.notifications()))
                .name(NOTIFY)
                .uid(NOTIFY)
                .setParallelism(1);
    }

    /** Runs the job; {@link JobSettings#of} says which arguments it takes. */
    public static void main(String[] arguments) throws Exception {
        JOB.run(arguments);
    }
}
