package dev.pennant.jobs.kafka;

import dev.pennant.jobs.flink.ValueType;
import java.time.Instant;
import java.util.Map;
import java.util.Properties;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Raw records of topics: only committed ones, in the order of their partition, from the beginning where there is no checkpoint, since
 * without its state a job has to apply everything again.
 */
public final class RawRecords {
    /**
     * Where records come one by one, a fetch for each of them costs the broker more than the records do. Other topics keep Kafka's own settings:
     * what comes is fetched at once, and where nothing comes, the broker says so after half a second; saying so twenty times a second to all jobs
     * took a fifth of a core.
     */
    private static final Map<String, String> FROM_A_BUSY_TOPIC =
            Map.of("fetch.min.bytes", "16384", "fetch.max.wait.ms", "50");

    private RawRecords() {}

    /**
     * A source of a topic.
     *
     * @param group the consumer group that shows how far the job's checkpoints have come
     */
    public static KafkaSource<RawRecord> of(Topic topic, String bootstrapServers, String group) {
        Properties fetches = new Properties();
        fetches.putAll(Topics.isBusy(topic) ? FROM_A_BUSY_TOPIC : Map.of());
        return KafkaSource.<RawRecord>builder()
                .setBootstrapServers(bootstrapServers)
                .setTopics(topic.name())
                .setGroupId(group)
                .setClientIdPrefix(group + "-" + topic.name())
                .setStartingOffsets(OffsetsInitializer.earliest())
                .setDeserializer(new Deserializer())
                .setProperty("isolation.level", "read_committed")
                .setProperties(fetches)
                .setProperty("partition.discovery.interval.ms", "60000")
                .build();
    }

    static RawRecord recordOf(ConsumerRecord<byte[], byte[]> polled) {
        return new RawRecord(
                new Origin(polled.topic(), polled.partition(), polled.offset()),
                Instant.ofEpochMilli(polled.timestamp()),
                polled.key(),
                polled.value());
    }

    private static final class Deserializer implements KafkaRecordDeserializationSchema<RawRecord> {
        private static final long serialVersionUID = 1L;

        @Override
        public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<RawRecord> out) {
            out.collect(recordOf(record));
        }

        @Override
        public TypeInformation<RawRecord> getProducedType() {
            return ValueType.of(new RawRecord.Format());
        }
    }
}
