package dev.pennant.load;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Takes records to a broker, each exactly once as far as it acknowledges them, in large batches. */
public final class RecordSender implements AutoCloseable {
    /** How long a broker is waited for that does not answer, in milliseconds. */
    static final String PATIENCE_MILLIS = "10000";

    private static final String DELIVERY_MILLIS = "30000";

    /** No topic takes a larger record: which is too large is for the broker to say, in bytes. */
    private static final int LARGEST = 16 << 20;

    private final String bootstrapServers;
    private final KafkaProducer<byte[], byte[]> producer;
    private final AtomicLong acknowledged = new AtomicLong();
    private final AtomicReference<Exception> failure = new AtomicReference<>();

    /** A sender to the broker at the given addresses, which is looked for when the first record is sent. */
    public RecordSender(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
        this.producer =
                new KafkaProducer<>(settings(bootstrapServers), new ByteArraySerializer(), new ByteArraySerializer());
    }

    /**
     * Hands a record over; it may still be under way when this returns.
     *
     * @throws UndeliveredException when this or an earlier record could not be delivered
     */
    public void send(ProducerRecord<byte[], byte[]> sent) {
        throwFailure();
        try {
            Future<RecordMetadata> unused = producer.send(sent, (metadata, failed) -> {
                if (failed == null) {
                    acknowledged.incrementAndGet();
                } else {
                    failure.compareAndSet(null, failed);
                }
            });
        } catch (KafkaException refused) {
            failure.compareAndSet(null, refused);
            throwFailure();
        }
    }

    /**
     * Waits until all records handed over are safe.
     *
     * @throws UndeliveredException when one could not be delivered
     */
    public void awaitDelivery() {
        producer.flush();
        throwFailure();
    }

    /** How many records were acknowledged since this sender began. */
    public long acknowledged() {
        return acknowledged.get();
    }

    @Override
    public void close() {
        if (failure.get() == null) {
            producer.close();
        } else {
            // What is still under way has nobody to take it; to wait for it would only hold back the bad news.
            producer.close(Duration.ZERO);
        }
    }

    private void throwFailure() {
        Exception failed = failure.get();
        if (failed != null) {
            throw new UndeliveredException(
                    "the broker at " + bootstrapServers + " stopped taking events after " + acknowledged.get() + " ("
                            + failed.getMessage() + ")",
                    failed);
        }
    }

    private static Map<String, Object> settings(String bootstrapServers) {
        return Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true,
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.LINGER_MS_CONFIG,
                "20",
                ProducerConfig.BATCH_SIZE_CONFIG,
                Integer.toString(256 << 10),
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                Integer.toString(LARGEST),
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                "lz4",
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                PATIENCE_MILLIS,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                PATIENCE_MILLIS,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                DELIVERY_MILLIS);
    }
}
