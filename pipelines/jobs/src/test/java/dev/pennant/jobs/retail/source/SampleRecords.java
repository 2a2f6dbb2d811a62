package dev.pennant.jobs.retail.source;

import dev.pennant.core.catalogue.Catalogue;
import dev.pennant.core.retail.RetailRules;
import dev.pennant.jobs.kafka.fetch.FetchedPart;
import dev.pennant.schemas.EventCodec;
import dev.pennant.schemas.event.RetailReceipt;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.record.MemoryRecords;
import org.apache.kafka.common.record.MemoryRecordsBuilder;
import org.apache.kafka.common.record.RecordBatch;
import org.apache.kafka.common.record.SimpleRecord;
import org.apache.kafka.common.record.TimestampType;

/** Records of receipts in Kafka's own format, as a broker answers with them. */
public final class SampleRecords {
    public static final RetailRules RULES = Catalogue.shipped().retailRules();
    public static final Instant NOW = Instant.parse("2020-11-01T00:00:00Z");
    public static final String TOPIC = "retail-receipts";

    private static final EventCodec<RetailReceipt> CODEC = EventCodec.of(RetailReceipt.class);

    private final StoreNumbers stores = new StoreNumbers();
    private final ReceiptDecoder decoder = new ReceiptDecoder(stores, RULES);
    private final ReceiptJudge judge = new ReceiptJudge(stores, RULES, "retail", Clock.fixed(NOW, ZoneOffset.UTC));
    private final ReceiptBatches batches = new ReceiptBatches(decoder, judge, stores);

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
        return batches.next(fetched(partition, firstOffset, records, compression), 100, new ReceiptColumns(4));
    }

    private static FetchedPart fetched(
            int partition, long firstOffset, List<SimpleRecord> records, Compression compression) {
        MemoryRecordsBuilder builder = MemoryRecords.builder(
                ByteBuffer.allocate(1 << 16),
                RecordBatch.CURRENT_MAGIC_VALUE,
                compression,
                TimestampType.LOG_APPEND_TIME,
                firstOffset,
                NOW.toEpochMilli());
        records.forEach(builder::append);
        return new FetchedPart(new TopicPartition(TOPIC, partition), firstOffset, builder.build(), List.of());
    }
}
