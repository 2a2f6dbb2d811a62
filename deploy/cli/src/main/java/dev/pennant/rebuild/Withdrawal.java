package dev.pennant.rebuild;

import dev.pennant.jobs.kafka.Topics;
import dev.pennant.schemas.EventCodec;
import dev.pennant.schemas.event.IndicatorValue;
import dev.pennant.stack.clickhouse.ClickHouseClient;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Takes back the values of receipts that a rebuilt job does not tell, such as those of a unit in which no store ever was: nobody stands behind
 * them any more, so they get a version for which nobody has reported.
 */
final class Withdrawal {
    private static final String LEFT =
            """
            FROM pennant.indicator_latest AS left FINAL
            WHERE left.reported > 0 AND left.version <= {before:UInt64}
                AND left.indicator IN (SELECT id FROM pennant.indicator_definitions FINAL WHERE amount = 'receipts')""";

    private static final String ROWS =
            "SELECT indicator, unit, period, period_label, measure, synthetic, version " + LEFT;

    private static final String WITHDRAW =
            """
            INSERT INTO pennant.indicator_log
            SELECT indicator, unit, period, period_label, 0, NULL, NULL, '', measure, 0, 0, 'provisional', synthetic,
                left.version + 1, now64(3, 'UTC')
            """
                    + LEFT;

    private final ClickHouseClient migrator;
    private final String bootstrapServers;

    /** @param migrator signs in as the migrator */
    Withdrawal(ClickHouseClient migrator, String bootstrapServers) {
        this.migrator = migrator;
        this.bootstrapServers = bootstrapServers;
    }

    /**
     * Takes back what nobody has told since.
     *
     * @param before the greatest version of before the rebuild
     * @param now when that is
     * @return how many values
     */
    int of(String before, Instant now) throws IOException {
        Map<String, String> parameters = Map.of("param_before", before);
        List<IndicatorValue> withdrawn = migrator.query(ROWS, parameters)
                .lines()
                .map(row -> withdrawn(row.split("\t", -1), now))
                .toList();
        if (!withdrawn.isEmpty()) {
            send(withdrawn);
            migrator.query(WITHDRAW, parameters);
        }
        return withdrawn.size();
    }

    private static IndicatorValue withdrawn(String[] row, Instant now) {
        return IndicatorValue.newBuilder()
                .setIndicator(row[0])
                .setUnit(row[1])
                .setPeriod(row[2])
                .setPeriodLabel(row[3])
                .setValue(BigDecimal.ZERO.setScale(10))
                .setBase(null)
                .setGrowth(null)
                .setGrowthKind(null)
                .setMeasure(row[4])
                .setReported(0)
                .setExpected(0)
                .setStatus("provisional")
                .setSynthetic(Boolean.parseBoolean(row[5]))
                .setVersion(Long.parseUnsignedLong(row[6]) + 1)
                .setUpdatedAt(now)
                .build();
    }

    private void send(List<IndicatorValue> values) throws IOException {
        EventCodec<IndicatorValue> codec = EventCodec.of(IndicatorValue.class);
        AtomicReference<Exception> failure = new AtomicReference<>();
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "acks", "all"),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            for (IndicatorValue value : values) {
                byte[] key = String.join("|", value.getUnit(), value.getIndicator(), value.getPeriod())
                        .getBytes(StandardCharsets.UTF_8);
                Future<RecordMetadata> unused = producer.send(
                        new ProducerRecord<>(Topics.INDICATOR_VALUES.name(), key, codec.encode(value)),
                        (sent, failed) -> failure.compareAndSet(null, failed));
            }
            producer.flush();
        }
        if (failure.get() != null) {
            throw new IOException(
                    "Kafka did not take what is withdrawn: " + failure.get().getMessage(), failure.get());
        }
    }
}
