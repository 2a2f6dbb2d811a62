package dev.pennant.jobs.retail.source;

import dev.pennant.core.catalogue.Catalogue;
import dev.pennant.core.retail.RetailRules;
import dev.pennant.schemas.EventCodec;
import dev.pennant.schemas.event.RetailReceipt;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.MemoryRecords;
import org.apache.kafka.common.record.MemoryRecordsBuilder;
import org.apache.kafka.common.record.Record;
import org.apache.kafka.common.record.RecordBatch;
import org.apache.kafka.common.record.SimpleRecord;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.Deserializer;

/** Records of receipts in Kafka's own format, read as its consumer reads them: first the key, then the value, unless they are null. */
public final class SampleRecords {
    public static final RetailRules RULES = Catalogue.shipped().retailRules();
    public static final Instant NOW = Instant.parse("2020-11-01T00:00:00Z");
    public static final String TOPIC = "retail-receipts";

    private static final EventCodec<RetailReceipt> CODEC = EventCodec.of(RetailReceipt.class);

    private final StoreNumbers stores = new StoreNumbers();
    private final ReceiptBatches batches = new ReceiptBatches(
            new ReceiptJudge(stores, RULES, "retail", Clock.fixed(NOW, ZoneOffset.UTC)), stores, RULES.bounds());
    private final ReceiptDecoder decoder = new ReceiptDecoder(stores, RULES);
    private final ReceiptDeserializers deserializers = new ReceiptDeserializers(decoder, 100);
    private int plainRows;

    /** A receipt of catering over the counter, by which the others vary. */
    public static RetailReceipt.Builder receipt(String store, long number, long fen) {
        return RetailReceipt.newBuilder()
                .setStoreId(store)
                .setReceiptNo(number)
                .setSoldAt(Instant.parse("2020-10-07T06:30:00Z"))
                .setCategory("catering")
                .setAmount(fen)
                .setChannel("store");
    }

    /** The record of a receipt under the key it has to have. */
    public static SimpleRecord record(RetailReceipt.Builder receipt) {
        RetailReceipt event = receipt.build();
        return record(event.getStoreId().getBytes(StandardCharsets.UTF_8), CODEC.encode(event));
    }

    static SimpleRecord record(byte[] key, byte[] value) {
        return new SimpleRecord(NOW.toEpochMilli(), key, value);
    }

    /** The batch that a poll makes of records that follow each other in a partition. */
    public ReceiptBatch poll(int partition, long firstOffset, List<SimpleRecord> records) {
        return poll(partition, firstOffset, records, Compression.NONE);
    }

    /** The batch that says that all is read. */
    public static ReceiptBatch endOf(int partition, long nextOffset) {
        return ReceiptBatch.upToDate(partition, nextOffset, new ReceiptColumns(1));
    }

    ReceiptBatch poll(int partition, long firstOffset, List<SimpleRecord> records, Compression compression) {
        ReceiptColumns columns = new ReceiptColumns(4);
        deserializers.fill(columns);
        List<ConsumerRecord<ByteBuffer, Object>> read = read(partition, firstOffset, records, compression);
        plainRows = columns.count();
        return batches.batch(partition, firstOffset + records.size(), read, columns);
    }

    /** How many records of the latest poll became rows in the buffer already. */
    int plainRows() {
        return plainRows;
    }

    private List<ConsumerRecord<ByteBuffer, Object>> read(
            int partition, long firstOffset, List<SimpleRecord> records, Compression compression) {
        if (records.isEmpty()) {
            return List.of();
        }
        ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
        MemoryRecordsBuilder builder = MemoryRecords.builder(
                buffer,
                RecordBatch.CURRENT_MAGIC_VALUE,
                compression,
                TimestampType.LOG_APPEND_TIME,
                firstOffset,
                NOW.toEpochMilli());
        records.forEach(builder::append);
        List<ConsumerRecord<ByteBuffer, Object>> read = new ArrayList<>();
        for (Record record : builder.build().records()) {
            ByteBuffer key = read(deserializers.ofKeys(), record.key());
            Object value = read(deserializers.ofValues(), record.value());
            read.add(new ConsumerRecord<>(
                    TOPIC,
                    partition,
                    record.offset(),
                    record.timestamp(),
                    TimestampType.LOG_APPEND_TIME,
                    record.keySize(),
                    record.valueSize(),
                    key,
                    value,
                    new RecordHeaders(),
                    Optional.empty()));
        }
        return read;
    }

    private static <T> T read(Deserializer<T> deserializer, ByteBuffer bytes) {
        return bytes == null ? null : deserializer.deserialize(TOPIC, new RecordHeaders(), bytes);
    }
}
