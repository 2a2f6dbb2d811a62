package dev.pennant.bench.retail.feed;

import dev.pennant.jobs.kafka.RegistryKey;
import dev.pennant.jobs.kafka.Topics;
import dev.pennant.schemas.EventCodec;
import dev.pennant.schemas.event.StoreRegistration;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Sends stores and receipts, not compressed, and without the care that real data deserves. */
public final class ReceiptProducer implements AutoCloseable {
    private final Stores stores;
    private final KafkaProducer<byte[], byte[]> producer;
    private final EventCodec<StoreRegistration> registrations = EventCodec.of(StoreRegistration.class);
    private final AtomicLong acknowledged = new AtomicLong();
    private final AtomicReference<Exception> failure = new AtomicReference<>();

    /**
     * A producer to a broker whose topics exist.
     *
     * @param linger how long a record waits for others of its batch
     */
    public ReceiptProducer(Stores stores, String bootstrapServers, Duration linger) {
        this.stores = stores;
        producer = new KafkaProducer<>(
                settings(bootstrapServers, linger), new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Registers all stores. */
    public void register() {
        for (int store = 0; store < stores.count(); store++) {
            StoreRegistration registration = stores.registration(store);
            byte[] key = new RegistryKey(registration.getStoreId(), registration.getValidFrom()).bytes();
            send(Topics.STORES.name(), store, key, registrations.encode(registration));
        }
        awaitDelivery();
    }

    /** Sends a receipt of a store. */
    public void send(int store, byte[] payload) {
        send(Topics.RETAIL_RECEIPTS.name(), store, stores.key(store), payload);
    }

    /**
     * Returns when the broker has taken all.
     *
     * @throws IllegalStateException when it has not
     */
    public void awaitDelivery() {
        producer.flush();
        if (failure.get() != null) {
            throw new IllegalStateException("The broker took not all that was sent", failure.get());
        }
    }

    /** Records that the broker has taken. */
    public long acknowledged() {
        return acknowledged.get();
    }

    @Override
    public void close() {
        producer.close();
    }

    private void send(String topic, int store, byte[] key, byte[] payload) {
        int partition = stores.partition(store, Topics.LOCAL_PARTITIONS);
        Future<RecordMetadata> unused =
                producer.send(new ProducerRecord<>(topic, partition, key, payload), (metadata, failed) -> {
                    if (failed == null) {
                        acknowledged.incrementAndGet();
                    } else {
                        failure.compareAndSet(null, failed);
                    }
                });
    }

    private static Map<String, Object> settings(String bootstrapServers, Duration linger) {
        return Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ProducerConfig.ACKS_CONFIG,
                "1",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                false,
                ProducerConfig.BATCH_SIZE_CONFIG,
                512 << 10,
                ProducerConfig.LINGER_MS_CONFIG,
                (int) linger.toMillis(),
                ProducerConfig.BUFFER_MEMORY_CONFIG,
                64L << 20);
    }
}
