package dev.pennant.jobs.derived;

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

/** Makes indicators of indicators: {@link DerivedPipeline} between Kafka and ClickHouse. */
public final class DerivedJob {
    /** The job as everybody knows it. */
    public static final Job JOB = new Job(DerivedPipeline.JOB, List.of(Topics.INDICATOR_VALUES), DerivedJob::define);

    private DerivedJob() {}

    private static void define(StreamExecutionEnvironment environment, JobSettings settings, Clock clock) {
        JobWiring wiring = new JobWiring(environment, settings, JOB.group());
        DerivedPipeline.Outputs outputs = new DerivedPipeline(
                        settings.readCatalogue().derivations(), clock)
                .define(wiring.read(Topics.INDICATOR_VALUES));
        wiring.send(outputs.values(), Topics.INDICATOR_VALUES, new IndicatorEvents());
        wiring.send(outputs.deadLetters(), Topics.DEAD_LETTERS, new DeadLetterEvents());
        wiring.write(outputs.values(), IndicatorTable.LOG);
    }

    /** Runs the job; {@link JobSettings#of} says which arguments it takes. */
    public static void main(String[] arguments) throws Exception {
        JOB.run(arguments);
    }
}
