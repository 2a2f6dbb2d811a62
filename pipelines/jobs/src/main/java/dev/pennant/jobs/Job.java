package dev.pennant.jobs;

import dev.pennant.jobs.kafka.Topic;
import dev.pennant.jobs.kafka.Topics;
import java.time.Clock;
import java.util.List;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * A job as everybody knows it, who runs it, waits for it or accounts for it.
 *
 * @param name its name, in Flink, in dead letters and in the folder of its checkpoints
 * @param inputs the topics that it reads
 * @param definition adds its sources, operators and sinks to an environment
 */
public record Job(String name, List<Topic> inputs, Definition definition) {
    /** What the name of a shadow ends with, and that of its consumer group. */
    static final String SHADOW_SUFFIX = "-rebuild";

    /** What the name of a job ends with that replays its topics into another database, and that of its consumer group. */
    static final String REPLAY_SUFFIX = "-replay";

    /** Adds a job's sources, operators and sinks to an environment. */
    @FunctionalInterface
    public interface Definition {
        /** Defines the job; must not execute it. */
        void define(StreamExecutionEnvironment environment, JobSettings settings, Clock clock);
    }

    /** The consumer group in which its checkpoints show how far it has come. */
    public String group() {
        return "pennant-" + name;
    }

    /** The job that rebuilds this one beside it, from the beginning of its topics. */
    public Job shadow() {
        return new Job(
                name + SHADOW_SUFFIX,
                inputs,
                (environment, settings, clock) ->
                        definition.define(environment, settings.with(JobSettings.Rebuild.SHADOW), clock));
    }

    /** The job that applies the same inputs again from the beginning, into another database; of what jobs write it reads what its like have told. */
    public Job replay() {
        return new Job(
                name + REPLAY_SUFFIX,
                inputs.stream()
                        .map(topic -> Topics.OUTPUTS.contains(topic) ? topic.replayed() : topic)
                        .toList(),
                (environment, settings, clock) ->
                        definition.define(environment, settings.with(JobSettings.Rebuild.REPLAY), clock));
    }

    /** Adds it to an environment. */
    public void define(StreamExecutionEnvironment environment, JobSettings settings, Clock clock) {
        definition.define(environment, settings, clock);
    }

    /** Runs it; {@link JobSettings#of} says which arguments it takes. */
    public void run(String[] arguments) throws Exception {
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment();
        define(environment, JobSettings.of(arguments), Clock.systemUTC());
        environment.execute(name);
    }
}
