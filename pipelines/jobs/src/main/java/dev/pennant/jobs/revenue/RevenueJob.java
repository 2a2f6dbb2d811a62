package dev.pennant.jobs.revenue;

import dev.pennant.jobs.JobSettings;
import dev.pennant.jobs.JobWiring;
import dev.pennant.jobs.deadletters.DeadLetterEvents;
import dev.pennant.jobs.indicator.IndicatorEvents;
import dev.pennant.jobs.indicator.IndicatorTable;
import dev.pennant.jobs.kafka.Topics;
import java.time.Clock;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Keeps the indicators of enterprises' reports: {@link RevenuePipeline} between Kafka and ClickHouse. */
public final class RevenueJob {
    /** The consumer group in which the job's checkpoints show how far it has come. */
    public static final String GROUP = "pennant-revenue";

    private RevenueJob() {}

    /** Defines the job. */
    public static void define(StreamExecutionEnvironment environment, JobSettings settings, Clock clock) {
        JobWiring wiring = new JobWiring(environment, settings, GROUP);
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
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment();
        define(environment, JobSettings.of(arguments), Clock.systemUTC());
        environment.execute(RevenuePipeline.JOB);
    }
}
