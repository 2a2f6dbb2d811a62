package dev.pennant.bench.run;

import dev.pennant.jobs.kafka.Topics;
import java.util.Properties;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.AbstractDeserializationSchema;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/**
 * What nobody can be faster than who reads Kafka by Flink's own source: the payloads, as bytes, into a sink that discards them. Its operators are
 * chained and reuse objects as the job's do.
 */
final class FloorJob {
    private FloorJob() {}

    /**
     * Adds it to an environment.
     *
     * @param consumer settings of Kafka's consumer
     */
    static void define(StreamExecutionEnvironment environment, Properties consumer) {
        Configuration settings = new Configuration();
        settings.set(PipelineOptions.OBJECT_REUSE, true);
        environment.configure(settings);
        KafkaSource<byte[]> source = KafkaSource.<byte[]>builder()
                .setProperties(consumer)
                .setTopics(Topics.RETAIL_RECEIPTS.name())
                .setStartingOffsets(OffsetsInitializer.earliest())
                .setValueOnlyDeserializer(new Payloads())
                .build();
        environment
                .fromSource(source, WatermarkStrategy.noWatermarks(), "receipts")
                .uid("receipts")
                .sinkTo(new DiscardingSink<>())
                .name("discard")
                .uid("discard");
    }

    private static final class Payloads extends AbstractDeserializationSchema<byte[]> {
        private static final long serialVersionUID = 1L;

        Payloads() {
            super(PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO);
        }

        @Override
        public byte[] deserialize(byte[] payload) {
            return payload;
        }
    }
}
