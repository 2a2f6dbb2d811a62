package dev.pennant.stack.rebuild;

import dev.pennant.core.indicator.Version;
import dev.pennant.jobs.indicator.IndicatorEvents;
import dev.pennant.jobs.kafka.Partitions;
import dev.pennant.jobs.kafka.Topics;
import dev.pennant.schemas.EventCodec;
import dev.pennant.schemas.event.IndicatorValue;
import dev.pennant.stack.clickhouse.ClickHouseClient;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Tells values of indicators in place of a job that was rebuilt, in the table and in the topic. To do it again changes nothing, since values of one
 * version are one.
 */
public final class ToldValues implements AutoCloseable {
    private static final String COLUMNS =
            "indicator, unit, period, period_label, value, base, growth, growth_kind, measure, reported, expected, status,"
                    + " synthetic";

    /** The last value of each, in the epoch in which it is told again; period after period, as who reads the topic wants them. */
    private static final String TOLD = "SELECT " + COLUMNS
            + ", bitOr(bitShiftLeft({epoch:UInt64}, " + Version.INPUT_BITS + "), bitAnd(told.version, "
            + Version.MAX_INPUTS
            + ")), now64(3, 'UTC')"
            + " FROM (SELECT * FROM " + ShadowTables.shadow(ShadowTables.VALUES)
            + " WHERE unit = {unit:String} ORDER BY version DESC LIMIT 1 BY indicator, unit, period) AS told ORDER BY told.indicator, told.period";

    /** Those that nobody stands behind any more, as such: told before, and not since. */
    private static final String WITHDRAWN =
            "SELECT indicator, unit, period, period_label, 0, NULL, NULL, '', measure, 0, 0, 'provisional', synthetic,"
                    + " left.version + 1, now64(3, 'UTC') FROM pennant.indicator_latest AS left FINAL"
                    + " WHERE unit = {unit:String} AND left.reported > 0 AND left.version <= {before:UInt64}"
                    + " AND left.indicator IN {indicators:Array(String)} ORDER BY left.indicator, left.period";

    private static final int DECIMALS = 10;
    private static final String NULL = "\\N";

    private final ClickHouseClient migrator;
    private final InstantSource clock;
    private final EventCodec<IndicatorValue> codec = EventCodec.of(IndicatorValue.class);
    private final AtomicReference<Exception> failure = new AtomicReference<>();
    private final KafkaProducer<byte[], byte[]> producer;

    /** @param migrator signs in as the migrator */
    public ToldValues(ClickHouseClient migrator, String bootstrapServers, InstantSource clock) {
        this.migrator = migrator;
        this.clock = clock;
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "acks", "all"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** Tells the last of all values that the shadow has told, in an epoch after all that the job itself told before. */
    public void tellAgain(long epoch) throws IOException {
        tell(units(ShadowTables.shadow(ShadowTables.VALUES)), TOLD, Map.of("param_epoch", Long.toString(epoch)));
    }

    /**
     * Takes back what nobody has told since, such as the values of a unit in which no store ever was: it gets a version for which nobody has
     * reported.
     *
     * @param indicators of which
     * @param before the greatest version of before the rebuild
     * @return how many values
     */
    public int withdraw(String indicators, String before) throws IOException {
        return tell(
                units("pennant.indicator_latest"),
                WITHDRAWN,
                Map.of("param_indicators", indicators, "param_before", before));
    }

    @Override
    public void close() {
        producer.close();
    }

    private List<String> units(String table) throws IOException {
        return migrator.query("SELECT DISTINCT unit FROM " + table).lines().toList();
    }

    /** Unit by unit, so that only one's values are in memory at a time: first to the topic, for what is told in the table is not withdrawn again. */
    private int tell(List<String> units, String rows, Map<String, String> parameters) throws IOException {
        int told = 0;
        for (String unit : units) {
            Map<String, String> ofUnit = new HashMap<>(parameters);
            ofUnit.put("param_unit", unit);
            List<String> lines = migrator.query(rows, ofUnit).lines().toList();
            if (!lines.isEmpty()) {
                lines.forEach(line -> send(line.split("\t", -1)));
                producer.flush();
                requireSent();
                migrator.query("INSERT INTO pennant." + ShadowTables.VALUES + " " + rows, ofUnit);
                told += lines.size();
            }
        }
        return told;
    }

    private void send(String[] row) {
        IndicatorValue value = IndicatorValue.newBuilder()
                .setIndicator(row[0])
                .setUnit(row[1])
                .setPeriod(row[2])
                .setPeriodLabel(row[3])
                .setValue(decimal(row[4]))
                .setBase(decimal(row[5]))
                .setGrowth(decimal(row[6]))
                .setGrowthKind(row[7].isEmpty() ? null : row[7])
                .setMeasure(row[8])
                .setReported(Integer.parseInt(row[9]))
                .setExpected(Integer.parseInt(row[10]))
                .setStatus(row[11])
                .setSynthetic(Boolean.parseBoolean(row[12]))
                .setVersion(Long.parseUnsignedLong(row[13]))
                .setUpdatedAt(clock.instant())
                .build();
        String topic = Topics.INDICATOR_VALUES.name();
        int partition = Partitions.of(
                IndicatorEvents.owner(value.getUnit(), value.getIndicator()),
                producer.partitionsFor(topic).size());
        byte[] key = IndicatorEvents.key(value.getUnit(), value.getIndicator(), value.getPeriod());
        Future<RecordMetadata> unused = producer.send(
                new ProducerRecord<>(topic, partition, key, codec.encode(value)),
                (sent, failed) -> failure.compareAndSet(null, failed));
    }

    private void requireSent() throws IOException {
        if (failure.get() != null) {
            throw new IOException(
                    "Kafka did not take values that are told again: "
                            + failure.get().getMessage(),
                    failure.get());
        }
    }

    private static BigDecimal decimal(String text) {
        return text.equals(NULL) ? null : new BigDecimal(text).setScale(DECIMALS);
    }
}
