package dev.pennant.jobs.clickhouse;

import dev.pennant.schemas.EventCodec;
import dev.pennant.schemas.event.DeadLetter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Sends rejected rows to the topic of dead letters. Such a letter's topic is {@code clickhouse/} and the table, its partition the
 * sink's subtask, its offset the row's own number, and its payload the row as JSON. A row that is rejected again, in another
 * attempt or after a restart, has the same topic, partition and offset, and so is the same letter in the table of dead letters.
 */
public final class DeadLetterTopic implements RejectDestination {
    /** The reason of these letters. */
    public static final String REASON = "rejected-by-database";

    private static final String TOPIC_PREFIX = "clickhouse/";
    private static final int LONGEST_DETAIL = 2_000;
    /** Below the 1 MiB that a broker takes unless told otherwise, with room for the rest of the letter. */
    private static final int LARGEST_PAYLOAD = 900_000;

    private static final Duration CLOSING = Duration.ofSeconds(5);

    private final String topic;
    private final Origin origin;
    private final Map<String, Object> settings;
    private final EventCodec<DeadLetter> codec = EventCodec.of(DeadLetter.class);
    private KafkaProducer<byte[], byte[]> producer;
    private volatile Exception lost;

    private DeadLetterTopic(Map<String, String> settings, String topic, Origin origin) {
        this.topic = topic;
        this.origin = origin;
        this.settings = new HashMap<>(settings);
        this.settings.put(ProducerConfig.ACKS_CONFIG, "all");
        this.settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "true");
    }

    /**
     * The way to the topic. A producer is made when the first row is rejected, which most sinks never see.
     *
     * @param producerSettings {@code bootstrap.servers} and whatever else the brokers ask of a client
     * @param topic its name in this run
     */
    public static RejectDestination.Factory at(Map<String, String> producerSettings, String topic) {
        HashMap<String, String> settings = new HashMap<>(producerSettings);
        return origin -> new DeadLetterTopic(settings, topic, origin);
    }

    @Override
    public void reject(RejectedRow row) throws IOException, InterruptedException {
        requireNothingLost();
        DeadLetter letter = letterOf(row);
        String key = letter.getTopic() + "|" + letter.getPartition() + "|" + letter.getOffset();
        try {
            if (producer == null) {
                producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
            }
            Future<RecordMetadata> unused =
                    producer.send(new ProducerRecord<>(topic, utf8(key), codec.encode(letter)), (metadata, failure) -> {
                        if (failure != null) {
                            lost = failure;
                        }
                    });
        } catch (InterruptException interrupt) {
            throw interrupted(interrupt);
        } catch (KafkaException failure) {
            throw new IOException(explanation(), failure);
        }
    }

    private DeadLetter letterOf(RejectedRow row) {
        byte[] payload = utf8(row.json());
        boolean fits = payload.length <= LARGEST_PAYLOAD;
        String detail = fits
                ? row.reason()
                : "The row of " + payload.length + " bytes is too large to stand here. " + row.reason();
        return DeadLetter.newBuilder()
                .setTopic(TOPIC_PREFIX + row.table())
                .setPartition(origin.subtask())
                .setOffset(row.offset())
                .setKey(ByteBuffer.wrap(utf8(row.key())))
                .setReason(REASON)
                .setDetail(detail.length() <= LONGEST_DETAIL ? detail : detail.substring(0, LONGEST_DETAIL) + "…")
                .setPayload(fits ? ByteBuffer.wrap(payload) : null)
                .setJob(origin.job())
                .setSeenAt(origin.clock().instant())
                .build();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void flush() throws IOException, InterruptedException {
        if (producer == null) {
            return;
        }
        try {
            producer.flush();
        } catch (InterruptException interrupt) {
            throw interrupted(interrupt);
        }
        requireNothingLost();
    }

    private void requireNothingLost() throws IOException {
        if (lost != null) {
            throw new IOException(explanation(), lost);
        }
    }

    private String explanation() {
        return "A row that ClickHouse rejected could not be sent to the topic " + topic + " at "
                + settings.get(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG)
                + ". It is sent again when the job restarts from its checkpoint. See that Kafka is up and has the topic";
    }

    private static InterruptedException interrupted(InterruptException interrupt) {
        InterruptedException plain = new InterruptedException(interrupt.getMessage());
        plain.initCause(interrupt);
        return plain;
    }

    @Override
    public void close() {
        if (producer != null) {
            producer.close(CLOSING);
        }
    }
}
