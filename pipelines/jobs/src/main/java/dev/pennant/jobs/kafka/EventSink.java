package dev.pennant.jobs.kafka;

import dev.pennant.schemas.EventCodec;
import java.io.Serializable;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.api.common.serialization.SerializationSchema;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Sinks into topics: at least once and without transactions, because a transaction would hold every number back until the next checkpoint. What
 * is sent twice is the same under the same key and version.
 */
public final class EventSink {
    private EventSink() {}

    /**
     * How a value becomes a record of a topic.
     *
     * @param <T> the value
     * @param <E> the event
     */
    public interface Mapping<T, E extends SpecificRecord> extends Serializable {
        /** The event's class. */
        Class<E> event();

        /** The key of the value's record. */
        byte[] keyOf(T value);

        /** Whose record it is, from which its partition follows; its key unless a mapping says otherwise. */
        default byte[] ownerOf(T value) {
            return keyOf(value);
        }

        /** The payload of the value's record. */
        E eventOf(T value);
    }

    /** A sink into a topic. */
    public static <T, E extends SpecificRecord> KafkaSink<T> into(
            String topic, String bootstrapServers, Mapping<T, E> mapping) {
        return KafkaSink.<T>builder()
                .setBootstrapServers(bootstrapServers)
                .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
                .setRecordSerializer(new Serializer<>(topic, mapping))
                .setProperty("linger.ms", "5")
                .setProperty("max.request.size", Integer.toString(Topic.LARGEST_OUTPUT))
                .build();
    }

    static final class Serializer<T, E extends SpecificRecord> implements KafkaRecordSerializationSchema<T> {
        private static final long serialVersionUID = 1L;

        private final String topic;
        private final Mapping<T, E> mapping;
        private transient EventCodec<E> codec;

        Serializer(String topic, Mapping<T, E> mapping) {
            this.topic = topic;
            this.mapping = mapping;
        }

        @Override
        public void open(SerializationSchema.InitializationContext context, KafkaSinkContext sink) {
            codec = EventCodec.of(mapping.event());
        }

        @Override
        public ProducerRecord<byte[], byte[]> serialize(T value, KafkaSinkContext context, Long timestamp) {
            int partition = Partitions.of(mapping.ownerOf(value), context.getPartitionsForTopic(topic).length);
            return new ProducerRecord<>(topic, partition, mapping.keyOf(value), codec.encode(mapping.eventOf(value)));
        }
    }
}
