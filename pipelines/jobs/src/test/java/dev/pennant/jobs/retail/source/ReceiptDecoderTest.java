package dev.pennant.jobs.retail.source;

import static dev.pennant.jobs.retail.source.SampleRecords.NOW;
import static dev.pennant.jobs.retail.source.SampleRecords.RULES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.core.ReportingZone;
import dev.pennant.core.catalogue.Catalogue;
import dev.pennant.jobs.kafka.Origin;
import dev.pennant.jobs.kafka.RawRecord;
import dev.pennant.jobs.varint.Cursor;
import dev.pennant.schemas.EventCodec;
import dev.pennant.schemas.event.RetailReceipt;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;

/** The decoder takes only what the judge takes, as the same row, whatever the bytes. */
final class ReceiptDecoderTest {
    private static final EventCodec<RetailReceipt> CODEC = EventCodec.of(RetailReceipt.class);
    private static final Instant EARLIEST = Catalogue.shipped()
            .receiptLimits()
            .earliestDay()
            .atStartOfDay(ReportingZone.ZONE)
            .toInstant();
    private static final List<String> STORES = List.of("S1", "91330482MA2N000011", "嘉兴市平湖市当湖街道一号店", "x".repeat(64));

    private final StoreNumbers stores = new StoreNumbers();
    private final ReceiptDecoder decoder = new ReceiptDecoder(stores, RULES);
    private final ReceiptJudge judge = new ReceiptJudge(stores, RULES, "retail", Clock.fixed(NOW, ZoneOffset.UTC));
    private final ReceiptColumns decoded = new ReceiptColumns(1);
    private final ReceiptColumns judged = new ReceiptColumns(1);

    ReceiptDecoderTest() {
        STORES.forEach(stores::of);
    }

    @Property
    void everyPlausibleReceiptOfAKnownStoreIsPlain(@ForAll("plausible") RetailReceipt receipt) {
        byte[] payload = CODEC.encode(receipt);

        assertThat(decode(receipt.getStoreId(), payload, 0)).isTrue();
        assertTheJudgeAgrees(receipt.getStoreId(), payload);
    }

    /** The decoder spells the layout out: whoever changes the schema changes it too. */
    @Example
    void theSchemaHasTheFieldsThatAreReadHere() {
        assertThat(RetailReceipt.getClassSchema().getFields())
                .extracting(field -> field.name() + " " + field.schema().getType())
                .containsExactly(
                        "store_id STRING",
                        "receipt_no LONG",
                        "sold_at LONG",
                        "category STRING",
                        "amount LONG",
                        "channel STRING",
                        "synthetic BOOLEAN");
    }

    @Property
    void whateverIsPlainIsJudgedTheSame(
            @ForAll("mostlyPlausible") RetailReceipt receipt,
            @ForAll @IntRange(max = 120) int at,
            @ForAll byte other,
            @ForAll @IntRange(min = -2, max = 12) int longer) {
        byte[] payload = CODEC.encode(receipt);
        byte[] changed = Arrays.copyOf(payload, Math.max(0, payload.length + (longer == 12 ? 1 : Math.min(longer, 0))));
        if (at < changed.length) {
            changed[at] = other;
        }

        boolean plain = decode(receipt.getStoreId(), changed, 700);
        if (plain) {
            assertTheJudgeAgrees(receipt.getStoreId(), changed);
        }
        Statistics.collect(plain);
        Statistics.coverage(tries -> tries.check(true).percentage(share -> share > 5));
    }

    @Property
    void noBytesBreakIt(@ForAll byte[] bytes) {
        byte[] payload = CODEC.encode(SampleRecords.receipt("S1", 5, 10).build());
        System.arraycopy(bytes, 0, payload, 10, Math.min(bytes.length, payload.length - 10));

        if (decode("S1", payload, 0)) {
            assertTheJudgeAgrees("S1", payload);
        }
    }

    @Provide
    Arbitrary<RetailReceipt> plausible() {
        return receipts(
                Arbitraries.of(STORES),
                Arbitraries.longs().between(EARLIEST.toEpochMilli(), NOW.toEpochMilli()),
                Arbitraries.integers().between(0, RULES.categories().size() - 1).map(RULES.categories()::idAt),
                Arbitraries.longs().between(-1_000_000_000, 1_000_000_000).filter(amount -> amount != 0),
                Arbitraries.of("store", "online"));
    }

    @Provide
    Arbitrary<RetailReceipt> mostlyPlausible() {
        return Arbitraries.frequencyOf(Tuple.of(3, plausible()), Tuple.of(1, any()));
    }

    private static Arbitrary<RetailReceipt> any() {
        return receipts(
                Arbitraries.oneOf(Arbitraries.of(STORES), Arbitraries.strings().ofMaxLength(70)),
                Arbitraries.longs().between(-1_000_000_000_000L, 4_000_000_000_000L),
                Arbitraries.of("catering", "other", "", "tulips", "c".repeat(300)),
                Arbitraries.oneOf(Arbitraries.longs(), Arbitraries.of(0L, 1L, 1_000_000_000L, 1_000_000_001L)),
                Arbitraries.of("store", "online", "pigeon", ""));
    }

    private static Arbitrary<RetailReceipt> receipts(
            Arbitrary<String> store,
            Arbitrary<Long> soldAt,
            Arbitrary<String> category,
            Arbitrary<Long> amount,
            Arbitrary<String> channel) {
        return Combinators.combine(
                        store, Arbitraries.longs(), soldAt, category, amount, channel, Arbitraries.of(true, false))
                .as((id, number, millis, goods, fen, by, synthetic) -> RetailReceipt.newBuilder()
                        .setStoreId(id)
                        .setReceiptNo(number)
                        .setSoldAt(Instant.ofEpochMilli(millis))
                        .setCategory(goods)
                        .setAmount(fen)
                        .setChannel(by)
                        .setSynthetic(synthetic)
                        .build());
    }

    /** @param room bytes that follow in the buffer, as those of other records do */
    private boolean decode(String key, byte[] payload, int room) {
        byte[] keyBytes = key.getBytes(StandardCharsets.UTF_8);
        byte[] buffer = new byte[3 + keyBytes.length + payload.length + room + Cursor.MARGIN];
        Arrays.fill(buffer, (byte) 0x81);
        System.arraycopy(keyBytes, 0, buffer, 2, keyBytes.length);
        System.arraycopy(payload, 0, buffer, 3 + keyBytes.length, payload.length);
        decoded.clear();
        return decoder.decode(
                NOW.toEpochMilli(), buffer, 2, keyBytes.length, 3 + keyBytes.length, payload.length, decoded);
    }

    private void assertTheJudgeAgrees(String key, byte[] payload) {
        judged.clear();
        RawRecord record = new RawRecord(
                new Origin(SampleRecords.TOPIC, 0, 0), NOW, key.getBytes(StandardCharsets.UTF_8), payload);

        assertThat(judge.judge(record, judged)).isEmpty();
        assertThat(decoded.count()).isEqualTo(1);
        assertThat(row(decoded)).isEqualTo(row(judged));
    }

    private static List<Long> row(ReceiptColumns columns) {
        return List.of(
                (long) columns.stores()[0], columns.numbers()[0], (long) columns.cells()[0], columns.amounts()[0]);
    }
}
