package dev.pennant.jobs.deadletters;

import dev.pennant.jobs.clickhouse.RejectedRow;
import dev.pennant.jobs.clickhouse.RejectedRows;
import dev.pennant.jobs.kafka.RawRecord;
import dev.pennant.jobs.kafka.Topics;
import dev.pennant.schemas.EventCodec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Properties;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Sends the rows that the database refuses to the topic of dead letters. Such a letter's topic is {@code clickhouse/table}, its partition the
 * sink's subtask, its offset the row's own number, and its payload the row as JSON.
 */
public final class RejectedRowLetters implements RejectedRows {
    private static final String REASON = "rejected-by-database";
    private static final String FROM_TABLE = "clickhouse/";

    private final String bootstrapServers;
    private final Origin origin;
    private final AtomicReference<Exception> failure = new AtomicReference<>();
    private final DeadLetterEvents events = new DeadLetterEvents();
    private final EventCodec<dev.pennant.schemas.event.DeadLetter> codec = EventCodec.of(events.event());
    private KafkaProducer<byte[], byte[]> producer;

    private RejectedRowLetters(String bootstrapServers, Origin origin) {
        this.bootstrapServers = bootstrapServers;
        this.origin = origin;
    }

    /** The road to the topic at the given brokers; it connects when the first row is refused, which is hardly ever. */
    public static RejectedRows.Factory through(String bootstrapServers) {
        return origin -> new RejectedRowLetters(bootstrapServers, origin);
    }

    @Override
    public void reject(RejectedRow row) {
        if (producer == null) {
            producer = connect();
        }
        DeadLetter letter = letter(row);
        Future<RecordMetadata> unused = producer.send(
                new ProducerRecord<>(
                        Topics.DEAD_LETTERS.name(), events.keyOf(letter), codec.encode(events.eventOf(letter))),
                (sent, failed) -> {
                    if (failed != null) {
                        failure.compareAndSet(null, failed);
                    }
                });
    }

    @Override
    public void flush() throws IOException {
        if (producer != null) {
            producer.flush();
        }
        if (failure.get() != null) {
            throw new IOException(
                    "a row that the database refused could not be sent to the dead letters", failure.get());
        }
    }

    @Override
    public void close() {
        if (producer != null) {
            producer.close();
        }
    }

    private DeadLetter letter(RejectedRow row) {
        Instant now = origin.clock().instant();
        RawRecord record = new RawRecord(
                new dev.pennant.jobs.kafka.Origin(FROM_TABLE + row.table(), origin.subtask(), row.offset()),
                now,
                row.key().getBytes(StandardCharsets.UTF_8),
                row.json().getBytes(StandardCharsets.UTF_8));
        return new DeadLetter(record, REASON, row.reason(), origin.job(), now);
    }

    private KafkaProducer<byte[], byte[]> connect() {
        Properties settings = new Properties();
        settings.put("bootstrap.servers", bootstrapServers);
        settings.put("acks", "all");
        settings.put("enable.idempotence", "true");
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }
}
