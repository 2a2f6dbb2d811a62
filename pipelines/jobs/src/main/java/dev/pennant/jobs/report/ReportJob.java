package dev.pennant.jobs.report;

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

/** Keeps the indicators that departments report: {@link ReportPipeline} between Kafka and ClickHouse. */
public final class ReportJob {
    /** The job as everybody knows it. */
    public static final Job JOB =
            new Job(ReportPipeline.JOB, List.of(Topics.UNITS, Topics.INDICATOR_REPORTS), ReportJob::define);

    private ReportJob() {}

    private static void define(StreamExecutionEnvironment environment, JobSettings settings, Clock clock) {
        JobWiring wiring = new JobWiring(environment, settings, JOB.group());
        ReportPipeline.Outputs outputs = new ReportPipeline(settings.readCatalogue(), clock)
                .define(wiring.read(Topics.UNITS), wiring.read(Topics.INDICATOR_REPORTS));
        wiring.send(outputs.values(), Topics.INDICATOR_VALUES, new IndicatorEvents());
        wiring.send(outputs.deadLetters(), Topics.DEAD_LETTERS, new DeadLetterEvents());
        wiring.write(outputs.values(), IndicatorTable.LOG);
        wiring.write(outputs.reports(), ReportTables.REPORTS);
        wiring.write(outputs.units(), ReportTables.UNITS);
    }

    /** Runs the job; {@link JobSettings#of} says which arguments it takes. */
    public static void main(String[] arguments) throws Exception {
        JOB.run(arguments);
    }
}
