package dev.pennant.jobs.revenue;

import dev.pennant.jobs.Job;
import dev.pennant.jobs.JobSettings;
import dev.pennant.jobs.JobWiring;
import dev.pennant.jobs.deadletters.DeadLetterEvents;
import dev.pennant.jobs.indicator.IndicatorEvents;
import dev.pennant.jobs.indicator.IndicatorTable;
import dev.pennant.jobs.kafka.Topics;
import java.time.Clock;
import java.util.List;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Keeps the indicators of enterprises' reports: {@link RevenuePipeline} between Kafka and ClickHouse. */
public final class RevenueJob {
    /** The job as everybody knows it. */
    public static final Job JOB = new Job(
            RevenuePipeline.JOB, List.of(Topics.ENTERPRISE_REGISTRY, Topics.ENTERPRISE_REPORTS), RevenueJob::define);

    private RevenueJob() {}

    private static void define(StreamExecutionEnvironment environment, JobSettings settings, Clock clock) {
        JobWiring wiring = new JobWiring(environment, settings, JOB.group());
        RevenuePipeline.Outputs outputs = new RevenuePipeline(
                        settings.readCatalogue(), settings.emissionInterval(), clock)
                .define(wiring.read(Topics.ENTERPRISE_REGISTRY), wiring.read(Topics.ENTERPRISE_REPORTS));
        wiring.send(outputs.values(), Topics.INDICATOR_VALUES, new IndicatorEvents());
        wiring.send(outputs.deadLetters(), Topics.DEAD_LETTERS, new DeadLetterEvents());
        wiring.write(outputs.values(), IndicatorTable.LOG);
        wiring.write(outputs.contributions(), RevenueTables.CONTRIBUTIONS);
        wiring.write(outputs.reports(), RevenueTables.REPORTS);
        wiring.write(outputs.registry(), RevenueTables.REGISTRY);
    }

    /** Runs the job; {@link JobSettings#of} says which arguments it takes. */
    public static void main(String[] arguments) throws Exception {
        JOB.run(arguments);
    }
}
