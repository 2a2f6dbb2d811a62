package dev.pennant.bench.run;

import dev.pennant.bench.plain.PlainJob;
import dev.pennant.jobs.Job;
import dev.pennant.jobs.JobSettings;
import dev.pennant.jobs.air.AirJob;
import dev.pennant.jobs.deadletters.DeadLetterJob;
import dev.pennant.jobs.retail.DetailRows;
import dev.pennant.jobs.retail.RetailJob;
import dev.pennant.stack.Ports;
import dev.pennant.stack.StackJobs;
import dev.pennant.stack.clickhouse.ClickHouseCredentials;
import dev.pennant.stack.flink.StackJob;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.state.rocksdb.RocksDBOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The jobs that are run. */
final class Jobs {
    private static final MemorySize ROCKSDB_MEMORY = MemorySize.ofMebiBytes(512);

    private Jobs() {}

    /** The job of a run that reads a topic. */
    static StackJob of(RunOrder order) throws IOException {
        Ports ports = new Ports(order.portBase());
        if (!order.subject().isOurs()) {
            return notOurs(order.subject(), ports.bootstrapServers());
        }
        JobSettings settings = settings(order).with(order.subject().tables());
        Job job = ours(order.subject());
        return new StackJob(job.name(), environment -> {
            if (order.subject().rocksDb()) {
                keepStateInRocksDb(environment);
            }
            job.define(environment, settings, Clock.systemUTC());
        });
    }

    private static StackJob notOurs(Subject subject, String broker) {
        return switch (subject) {
            case FLOOR ->
                new StackJob("floor", environment -> FloorJob.define(environment, Consumers.asTheJobs(broker)));
            case UNTUNED_FLOOR ->
                new StackJob("floor", environment -> FloorJob.define(environment, Consumers.asTheyCome(broker)));
            case PLAIN ->
                new StackJob("plain", environment -> PlainJob.define(environment, Consumers.asTheJobs(broker)));
            default -> throw new IllegalArgumentException(subject + " reads no topic");
        };
    }

    /** The sinks of the tables of details alone, with so many rows for each. */
    static StackJob ofSinks(RunOrder order, Map<String, Long> rows) throws IOException {
        JobSettings settings = settings(order);
        return new StackJob("rows", environment -> DetailRows.define(environment, settings, rows));
    }

    /** The consumer group of a job of ours, whose offsets say how far it has come. */
    static String groupOf(RunOrder order) {
        return ours(order.subject()).group();
    }

    private static JobSettings settings(RunOrder order) throws IOException {
        return StackJobs.settings(
                new Ports(order.portBase()), ClickHouseCredentials.read(Path.of(order.credentials())));
    }

    private static Job ours(Subject subject) {
        return switch (subject) {
            case AIR -> AirJob.JOB;
            case DEAD_LETTERS -> DeadLetterJob.JOB;
            default -> RetailJob.JOB;
        };
    }

    private static void keepStateInRocksDb(StreamExecutionEnvironment environment) {
        Configuration settings = new Configuration();
        settings.set(StateBackendOptions.STATE_BACKEND, "rocksdb");
        settings.set(RocksDBOptions.FIX_PER_SLOT_MEMORY_SIZE, ROCKSDB_MEMORY);
        environment.configure(settings);
    }
}
