package dev.pennant.jobs.deadletters;

import dev.pennant.jobs.Job;
import dev.pennant.jobs.JobSettings;
import dev.pennant.jobs.JobWiring;
import dev.pennant.jobs.flink.ValueType;
import dev.pennant.jobs.kafka.Topics;
import java.time.Clock;
import java.util.List;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Carries the dead letters of all jobs from their topic to their table: every job needs to know the topic alone. */
public final class DeadLetterJob {
    /** The job as everybody knows it. */
    public static final Job JOB = new Job("dead-letters", List.of(Topics.DEAD_LETTERS), DeadLetterJob::define);

    private static final String READ = "read-dead-letters";

    private DeadLetterJob() {}

    private static void define(StreamExecutionEnvironment environment, JobSettings settings, Clock clock) {
        JobWiring wiring = new JobWiring(environment, settings, JOB.group());
        wiring.write(
                wiring.read(Topics.DEAD_LETTERS)
                        .map(new ReadDeadLetters(JOB.name(), clock))
                        .returns(ValueType.of(new DeadLetter.Format()))
                        .name(READ)
                        .uid(READ),
                DeadLetterTable.LOG);
    }

    /** Runs the job; {@link JobSettings#of} says which arguments it takes. */
    public static void main(String[] arguments) throws Exception {
        JOB.run(arguments);
    }
}
