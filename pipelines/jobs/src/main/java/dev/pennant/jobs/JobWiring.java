package dev.pennant.jobs;

import dev.pennant.jobs.clickhouse.ClickHouseSink;
import dev.pennant.jobs.clickhouse.DeadLetterTopic;
import dev.pennant.jobs.clickhouse.TableMapping;
import dev.pennant.jobs.flink.ValueType;
import dev.pennant.jobs.kafka.CommitProgress;
import dev.pennant.jobs.kafka.EventSink;
import dev.pennant.jobs.kafka.RawRecord;
import dev.pennant.jobs.kafka.RawRecords;
import dev.pennant.jobs.kafka.Topic;
import dev.pennant.jobs.kafka.Topics;
import java.time.Duration;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Connects a pipeline to Kafka and ClickHouse, with a name and uid on every operator: one a topic and one a table. No value waits for a
 * watermark, so there is none, and a silent partition holds nothing up.
 */
public final class JobWiring {
    /** What the names of a shadow's tables end with. */
    public static final String SHADOW_SUFFIX = "_rebuild";

    /**
     * How long a value waits for others on its way between two tasks, of which it has up to four: Flink's own 100 ms would be most of its time. A
     * thread wakes up as often for each way: at 20 ms those of all jobs, idle, took a seventh of a core, and receipts were seen no sooner than at
     * 50 ms.
     */
    private static final Duration BETWEEN_TASKS = Duration.ofMillis(50);

    private final StreamExecutionEnvironment environment;
    private final JobSettings settings;
    private final String group;

    /**
     * Wires a job.
     *
     * @param group the job's consumer group
     */
    public JobWiring(StreamExecutionEnvironment environment, JobSettings settings, String group) {
        this.environment = environment;
        this.settings = settings;
        this.group = group
                + switch (settings.rebuild()) {
                    case SHADOW -> Job.SHADOW_SUFFIX;
                    case REPLAY -> Job.REPLAY_SUFFIX;
                    case NONE -> "";
                };
        Configuration strict = new Configuration();
        strict.set(PipelineOptions.GENERIC_TYPES, false);
        strict.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
        strict.set(PipelineOptions.OBJECT_REUSE, true);
        strict.set(PipelineOptions.OPERATOR_CHAINING, true);
        strict.set(ExecutionOptions.BUFFER_TIMEOUT, BETWEEN_TASKS);
        strict.set(CheckpointingOptions.ENABLE_UNALIGNED, false);
        environment.configure(strict);
    }

    /** The consumer group in which the job's progress shows. */
    public String group() {
        return group;
    }

    /** The records of a topic. */
    public DataStream<RawRecord> read(Topic topic) {
        return environment
                .fromSource(
                        RawRecords.of(inThisRun(topic), settings.bootstrapServers(), group),
                        WatermarkStrategy.noWatermarks(),
                        topic.name())
                .uid(topic.name())
                .map(new CommitProgress(inThisRun(topic).name(), settings.bootstrapServers(), group))
                .returns(ValueType.of(new RawRecord.Format()))
                .name("commit-" + topic.name())
                .uid("commit-" + topic.name());
    }

    /** Sends values to a topic; a shadow's go nowhere, for whoever reads the topic would take them for the truth. */
    public <T, E extends SpecificRecord> void send(DataStream<T> values, Topic topic, EventSink.Mapping<T, E> mapping) {
        if (settings.rebuild() == JobSettings.Rebuild.SHADOW) {
            return;
        }
        String name = "to-" + topic.name();
        values.sinkTo(EventSink.into(inThisRun(topic).name(), settings.bootstrapServers(), mapping))
                .name(name)
                .uid(name);
    }

    /** What jobs write, a replay writes and reads under another name. */
    private Topic inThisRun(Topic topic) {
        boolean replayed = settings.rebuild() == JobSettings.Rebuild.REPLAY && Topics.OUTPUTS.contains(topic);
        return replayed ? topic.replayed() : topic;
    }

    /**
     * Writes rows to a table, through one task: few big inserts. The task is not chained to the one before, so that while an insert
     * is under way the next rows gather in Flink's own buffers.
     */
    public <T> void write(DataStream<T> rows, TableMapping<T> mapping) {
        String name = "to-" + mapping.table();
        TableMapping<T> into =
                settings.rebuild() == JobSettings.Rebuild.SHADOW ? mapping.suffixed(SHADOW_SUFFIX) : mapping;
        rows.sinkTo(ClickHouseSink.into(into, settings.clickHouse())
                        .rejectedTo(DeadLetterTopic.at(
                                Map.of("bootstrap.servers", settings.bootstrapServers()),
                                inThisRun(Topics.DEAD_LETTERS).name()))
                        .build())
                .name(name)
                .uid(name)
                .setParallelism(1)
                .disableChaining();
    }
}
