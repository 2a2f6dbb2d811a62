package dev.pennant.jobs.retail.source;

import dev.pennant.core.catalogue.Catalogue;
import dev.pennant.core.retail.RetailRules;
import dev.pennant.jobs.kafka.fetch.FetchedPart;
import dev.pennant.schemas.EventCodec;
import dev.pennant.schemas.EventDecodingException;
import dev.pennant.schemas.event.RetailReceipt;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.record.MemoryRecords;
import org.apache.kafka.common.record.MemoryRecordsBuilder;
import org.apache.kafka.common.record.RecordBatch;
import org.apache.kafka.common.record.TimestampType;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** What it takes to read a receipt: out of fetched batches into columns as the job does, and into an event as everybody else does. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class DecodeBenchmark {
    private static final int RECEIPTS = 20_000;
    private static final int RECEIPTS_A_BATCH = 500;
    private static final int STORES = 14_000;
    private static final TopicPartition PARTITION = new TopicPartition("retail-receipts", 0);

    private final EventCodec<RetailReceipt> codec = EventCodec.of(RetailReceipt.class);
    private final RetailReceipt event = new RetailReceipt();
    private final byte[][] payloads = new byte[RECEIPTS][];
    private MemoryRecords fetched;
    private ReceiptBatches batches;
    private ReceiptColumns columns;

    /** Receipts of all stores in batches one behind the other, as a fetch has them. */
    @Setup
    public void fetch() {
        Catalogue catalogue = Catalogue.shipped();
        RetailRules rules = catalogue.retailRules();
        StoreNumbers stores = new StoreNumbers();
        SplittableRandom random = new SplittableRandom(3);
        ByteBuffer buffer = ByteBuffer.allocate(RECEIPTS * 160);
        for (int first = 0; first < RECEIPTS; first += RECEIPTS_A_BATCH) {
            MemoryRecordsBuilder batch = MemoryRecords.builder(
                    buffer,
                    RecordBatch.CURRENT_MAGIC_VALUE,
                    Compression.NONE,
                    TimestampType.LOG_APPEND_TIME,
                    first,
                    1_700_000_000_000L);
            for (int receipt = first; receipt < first + RECEIPTS_A_BATCH; receipt++) {
                String store = String.format(Locale.ROOT, "91341200MA%08d", random.nextInt(STORES));
                stores.of(store);
                payloads[receipt] = codec.encode(RetailReceipt.newBuilder()
                        .setStoreId(store)
                        .setReceiptNo(receipt)
                        .setSoldAt(Instant.ofEpochMilli(1_600_000_000_000L + random.nextInt(1_000_000_000)))
                        .setCategory(catalogue
                                .categories()
                                .idAt(random.nextInt(catalogue.categories().size())))
                        .setAmount(100 + random.nextInt(20_000))
                        .setChannel("store")
                        .setSynthetic(true)
                        .build());
                batch.append(0, store.getBytes(StandardCharsets.US_ASCII), payloads[receipt]);
            }
            batch.close();
        }
        fetched = MemoryRecords.readableRecords(buffer.flip());
        batches = new ReceiptBatches(
                new ReceiptDecoder(stores, rules), new ReceiptJudge(stores, rules, "bench", Clock.systemUTC()), stores);
        columns = new ReceiptColumns(RECEIPTS);
    }

    /** Straight out of the fetch buffer into columns. */
    @Benchmark
    @OperationsPerInvocation(RECEIPTS)
    public ReceiptColumns intoColumns() {
        columns.clear();
        ReceiptBatch batch = batches.next(new FetchedPart(PARTITION, 0, fetched, null), RECEIPTS, columns);
        if (columns.count() != RECEIPTS || !batch.refused().isEmpty()) {
            throw new IllegalStateException("a plain receipt is not taken for one");
        }
        return columns;
    }

    /** A copy of the payload into an event that is used again. */
    @Benchmark
    @OperationsPerInvocation(RECEIPTS)
    public void intoEvents(Blackhole events) throws EventDecodingException {
        for (byte[] payload : payloads) {
            events.consume(codec.decode(payload, event));
        }
    }
}
