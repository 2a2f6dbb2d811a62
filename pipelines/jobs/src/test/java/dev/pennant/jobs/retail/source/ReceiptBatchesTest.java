package dev.pennant.jobs.retail.source;

import static dev.pennant.jobs.retail.source.SampleRecords.NOW;
import static dev.pennant.jobs.retail.source.SampleRecords.RULES;
import static dev.pennant.jobs.retail.source.SampleRecords.receipt;
import static dev.pennant.jobs.retail.source.SampleRecords.record;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.core.catalogue.Catalogue;
import dev.pennant.core.period.ReportingHour;
import dev.pennant.core.retail.CellKey;
import dev.pennant.jobs.deadletters.DeadLetter;
import dev.pennant.schemas.EventCodec;
import dev.pennant.schemas.event.RetailReceipt;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.record.SimpleRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What one poll of one partition becomes. */
final class ReceiptBatchesTest {
    private static final EventCodec<RetailReceipt> CODEC = EventCodec.of(RetailReceipt.class);

    private final SampleRecords consumer = new SampleRecords();

    @BeforeEach
    void twoStoresAreKnown() {
        ReceiptBatch first = consumer.poll(0, 0, List.of(record(receipt("S1", 1, 100)), record(receipt("店2", 1, 100))));
        assertThat(first.newStores()).containsExactly("S1", "店2");
    }

    @Test
    void plainReceiptsBecomeRowsWhereTheyAre() {
        ReceiptBatch batch = consumer.poll(
                3,
                10,
                List.of(
                        record(receipt("店2", -1, -4500).setCategory("other").setChannel("online")),
                        record(receipt("S1", Long.MIN_VALUE, 1_000_000_000).setSynthetic(true))));

        assertThat(batch.partition()).isEqualTo(3);
        assertThat(batch.nextOffset()).isEqualTo(12);
        assertThat(batch.records()).isEqualTo(2);
        assertThat(batch.newStores()).isEmpty();
        ReceiptColumns columns = batch.columns();
        assertThat(columns.stores()).startsWith(1, 0);
        assertThat(columns.numbers()).startsWith(-1, Long.MIN_VALUE);
        assertThat(columns.amounts()).startsWith(-4500, 1_000_000_000);
        int hour = ReportingHour.of(Instant.parse("2020-10-07T06:30:00Z").toEpochMilli());
        assertThat(columns.cells())
                .startsWith(
                        CellKey.of(RULES.categories().other(), hour, false),
                        CellKey.of(RULES.categories().placeOf("catering"), hour, true));
    }

    @Test
    void theyAreTheSameOutOfCompressedBatches() {
        List<SimpleRecord> records = List.of(record(receipt("S1", 2, 5)), record(receipt("S1", 3, 6)));

        ReceiptBatch batch = consumer.poll(0, 2, records, Compression.gzip().build());

        assertThat(batch.columns().numbers()).startsWith(2, 3);
    }

    @Test
    void whatIsNotPlainIsCountedAfterAllAtItsPlace() {
        ReceiptBatch batch = consumer.poll(
                0,
                2,
                List.of(
                        record(receipt("S1", 2, 10)),
                        record(receipt("S3", 7, 20)),
                        record(receipt("S1", 3, 30).setCategory("tulips")),
                        record(receipt("S1", 4, 40))));

        assertThat(batch.newStores()).containsExactly("S3");
        assertThat(batch.otherCategory()).isEqualTo(1);
        assertThat(batch.refused()).isEmpty();
        assertThat(amounts(batch)).containsExactly(10, 20, 30, 40);
        assertThat(CellKey.category(batch.columns().cells()[batch.firstRow() + 2]))
                .isEqualTo(RULES.categories().other());
    }

    @Test
    void whatCannotBeCountedBecomesADeadLetterWithAllItHad() {
        byte[] key = "S1".getBytes(StandardCharsets.UTF_8);
        byte[] garbage = {1, 2, 3};
        byte[] truncated = new byte[40];
        System.arraycopy(CODEC.encode(receipt("S1", 2, 10).build()), 0, truncated, 0, 30);

        ReceiptBatch batch = consumer.poll(
                1,
                5,
                List.of(
                        record(key, garbage),
                        record(key, null),
                        record(null, CODEC.encode(receipt("S1", 2, 10).build())),
                        record(
                                "S2".getBytes(StandardCharsets.UTF_8),
                                CODEC.encode(receipt("S1", 2, 10).build())),
                        record(receipt("S1", 2, 0)),
                        record(receipt("S1", 2, 1_000_000_001)),
                        record(receipt("S1", 2, 10).setChannel("pigeon")),
                        record(receipt("S1", 2, 10).setSoldAt(Instant.parse("1999-01-01T00:00:00Z"))),
                        record(receipt("\u200b", 2, 10)),
                        record(key, truncated),
                        record(receipt("S1", 2, 77))));

        assertThat(batch.refused())
                .extracting(DeadLetter::reason)
                .containsExactly(
                        "no-marker",
                        "no-payload",
                        "bad-key",
                        "bad-key",
                        "zero-amount",
                        "absurd-amount",
                        "unknown-channel",
                        "sold-too-long-ago",
                        "bad-id",
                        "undecodable");
        assertThat(amounts(batch)).containsExactly(77);
        assertThat(batch.records()).isEqualTo(11);
        DeadLetter first = batch.refused().get(0);
        assertThat(first.record().key()).isEqualTo(key);
        assertThat(first.record().value()).isEqualTo(garbage);
        assertThat(first.record().origin().partition()).isEqualTo(1);
        assertThat(first.record().origin().offset()).isEqualTo(5);
        assertThat(first.record().receivedAt()).isEqualTo(NOW);
        assertThat(batch.refused().get(1).record().key()).isEqualTo(key);
        assertThat(batch.refused().get(2).record().key()).isNull();
    }

    @Test
    void aReceiptFromTheFutureIsRefusedWithItsBytes() {
        Duration tolerance = Catalogue.shipped().receiptLimits().clockTolerance();
        SimpleRecord justInTime = record(receipt("S1", 2, 10).setSoldAt(NOW.plus(tolerance)));
        SimpleRecord tooLate =
                record(receipt("S1", 3, 20).setSoldAt(NOW.plus(tolerance).plusMillis(1)));

        ReceiptBatch batch = consumer.poll(0, 3, List.of(justInTime, tooLate));

        assertThat(amounts(batch)).containsExactly(10);
        assertThat(batch.refused()).singleElement().satisfies(letter -> {
            assertThat(letter.reason()).isEqualTo("sold-in-the-future");
            assertThat(letter.record().value()).isEqualTo(bytes(tooLate));
            assertThat(letter.record().key()).isEqualTo("S1".getBytes(StandardCharsets.UTF_8));
            assertThat(letter.record().origin().offset()).isEqualTo(4);
        });
    }

    /** Dead letters take memory too: as many become a poll as receipts do. */
    @Test
    void refusedRecordsAreTakenInAsSmallBatchesAsReceipts() {
        byte[] key = "S1".getBytes(StandardCharsets.UTF_8);
        SimpleRecord garbage = record(key, new byte[] {1, 2, 3});

        ReceiptBatch batch = consumer.poll(0, 2, Collections.nCopies(250, garbage));

        assertThat(batch.refused()).hasSize(100);
        assertThat(batch.records()).isEqualTo(100);
        assertThat(batch.nextOffset()).isEqualTo(102);
    }

    private static byte[] bytes(SimpleRecord record) {
        byte[] bytes = new byte[record.value().remaining()];
        record.value().duplicate().get(bytes);
        return bytes;
    }

    private static List<Integer> amounts(ReceiptBatch batch) {
        return IntStream.range(batch.firstRow(), batch.endRow())
                .mapToObj(row -> (int) batch.columns().amounts()[row])
                .toList();
    }
}
