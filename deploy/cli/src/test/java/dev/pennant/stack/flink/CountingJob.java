package dev.pennant.stack.flink;

import dev.pennant.jobs.kafka.Topics;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Counts the records of one topic under each value, and writes every count to another topic. */
final class CountingJob {
    static final String NAME = "counting";
    static final String INPUT = Topics.ENTERPRISE_REPORTS.name();
    static final String OUTPUT = Topics.INDICATOR_VALUES.name();

    private CountingJob() {}

    static StackJob on(String bootstrapServers) {
        return new StackJob(NAME, environment -> define(environment, bootstrapServers));
    }

    private static void define(StreamExecutionEnvironment environment, String bootstrapServers) {
        environment
                .fromSource(source(bootstrapServers), WatermarkStrategy.noWatermarks(), "input")
                .uid("input")
                .keyBy(value -> value)
                .process(new CountRecords())
                .uid("count")
                .sinkTo(sink(bootstrapServers))
                .uid("output");
    }

    private static KafkaSource<String> source(String bootstrapServers) {
        return KafkaSource.<String>builder()
                .setBootstrapServers(bootstrapServers)
                .setTopics(INPUT)
                .setGroupId(NAME)
                .setStartingOffsets(OffsetsInitializer.earliest())
                .setValueOnlyDeserializer(new SimpleStringSchema())
                .build();
    }

    private static KafkaSink<String> sink(String bootstrapServers) {
        return KafkaSink.<String>builder()
                .setBootstrapServers(bootstrapServers)
                .setRecordSerializer(KafkaRecordSerializationSchema.<String>builder()
                        .setTopic(OUTPUT)
                        .setKeySerializationSchema(new SimpleStringSchema())
                        .setValueSerializationSchema(new SimpleStringSchema())
                        .build())
                .build();
    }
}
