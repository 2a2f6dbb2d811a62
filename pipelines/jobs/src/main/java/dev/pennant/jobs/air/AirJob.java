package dev.pennant.jobs.air;

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

/** Keeps the quality of the air: {@link AirPipeline} between Kafka and ClickHouse. */
public final class AirJob {
    /** The job as everybody knows it. */
    public static final Job JOB = new Job(
            AirPipeline.JOB, List.of(Topics.AIR_STATIONS, Topics.AIR_READINGS, Topics.AIR_DUST_DAYS), AirJob::define);

    private AirJob() {}

    private static void define(StreamExecutionEnvironment environment, JobSettings settings, Clock clock) {
        JobWiring wiring = new JobWiring(environment, settings, JOB.group());
        AirPipeline.Outputs outputs = new AirPipeline(settings.readCatalogue(), settings.emissionInterval(), clock)
                .define(
                        wiring.read(Topics.AIR_STATIONS),
                        wiring.read(Topics.AIR_READINGS),
                        wiring.read(Topics.AIR_DUST_DAYS));
        wiring.send(outputs.values(), Topics.INDICATOR_VALUES, new IndicatorEvents());
        wiring.send(outputs.deadLetters(), Topics.DEAD_LETTERS, new DeadLetterEvents());
        wiring.write(outputs.values(), IndicatorTable.LOG);
        wiring.write(outputs.days(), AirTables.DAYS);
        wiring.write(outputs.statistics(), AirTables.STATISTICS);
        wiring.write(outputs.readings(), AirTables.READINGS);
        wiring.write(outputs.stations(), AirTables.STATIONS);
        wiring.write(outputs.dustDays(), AirTables.DUST_DAYS);
    }

    /** Runs the job; {@link JobSettings#of} says which arguments it takes. */
    public static void main(String[] arguments) throws Exception {
        JOB.run(arguments);
    }
}
