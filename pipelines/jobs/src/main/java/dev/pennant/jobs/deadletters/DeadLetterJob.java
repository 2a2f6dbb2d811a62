package dev.pennant.jobs.deadletters;

import dev.pennant.jobs.JobSettings;
import dev.pennant.jobs.JobWiring;
import dev.pennant.jobs.flink.ValueType;
import dev.pennant.jobs.kafka.Topics;
import java.time.Clock;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Carries the dead letters of all jobs from their topic to their table: every job needs to know the topic alone. */
public final class DeadLetterJob {
    /** The name of the job. */
    public static final String JOB = "dead-letters";

    /** The consumer group in which the job's checkpoints show how far it has come. */
    public static final String GROUP = "pennant-dead-letters";

    private static final String READ = "read-dead-letters";

    private DeadLetterJob() {}

    /** Defines the job. */
    public static void define(StreamExecutionEnvironment environment, JobSettings settings, Clock clock) {
        JobWiring wiring = new JobWiring(environment, settings, GROUP);
        wiring.write(
                wiring.read(Topics.DEAD_LETTERS)
                        .map(new ReadDeadLetters(clock))
                        .returns(ValueType.of(new DeadLetter.Format()))
                        .name(READ)
                        .uid(READ),
                DeadLetterTable.LOG);
    }

    /** Runs the job; {@link JobSettings#of} says which arguments it takes. */
    public static void main(String[] arguments) throws Exception {
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment();
        define(environment, JobSettings.of(arguments), Clock.systemUTC());
        environment.execute(JOB);
    }
}
