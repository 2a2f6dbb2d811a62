package dev.pennant.jobs.standings;

import dev.pennant.core.catalogue.Catalogue;
import dev.pennant.jobs.Job;
import dev.pennant.jobs.JobSettings;
import dev.pennant.jobs.JobWiring;
import dev.pennant.jobs.deadletters.DeadLetterEvents;
import dev.pennant.jobs.kafka.Topics;
import java.time.Clock;
import java.util.List;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Keeps the standings of all competitions: {@link StandingsPipeline} between Kafka and ClickHouse. */
public final class StandingsJob {
    /** The job as everybody knows it. */
    public static final Job JOB = new Job(
            StandingsPipeline.JOB,
            List.of(Topics.INDICATOR_VALUES, Topics.ADJUSTMENTS, Topics.UNITS),
            StandingsJob::define);

    private StandingsJob() {}

    private static void define(StreamExecutionEnvironment environment, JobSettings settings, Clock clock) {
        JobWiring wiring = new JobWiring(environment, settings, JOB.group());
        Catalogue catalogue = settings.readCatalogue();
        StandingsPipeline.Outputs outputs = new StandingsPipeline(catalogue, settings.emissionInterval(), clock)
                .define(
                        wiring.read(Topics.INDICATOR_VALUES),
                        wiring.read(Topics.ADJUSTMENTS),
                        wiring.read(Topics.UNITS));
        wiring.send(outputs.standings(), Topics.STANDINGS, new StandingEvents());
        wiring.send(outputs.deadLetters(), Topics.DEAD_LETTERS, new DeadLetterEvents());
        wiring.write(outputs.standings(), StandingTables.STANDINGS);
        wiring.write(outputs.standings(), StandingTables.scores(catalogue.competitions()));
        wiring.write(outputs.adjustments(), StandingTables.ADJUSTMENTS);
    }

    /** Runs the job; {@link JobSettings#of} says which arguments it takes. */
    public static void main(String[] arguments) throws Exception {
        JOB.run(arguments);
    }
}
