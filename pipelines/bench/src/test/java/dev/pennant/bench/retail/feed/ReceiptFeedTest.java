package dev.pennant.bench.retail.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pennant.core.ReportingZone;
import dev.pennant.core.catalogue.Catalogue;
import dev.pennant.core.retail.RetailCategory;
import dev.pennant.schemas.EventCodec;
import dev.pennant.schemas.EventDecodingException;
import dev.pennant.schemas.event.RetailReceipt;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ReceiptFeedTest {
    private static final int STORES = 500;
    private static final int RECEIPTS = 200_000;
    private static final int NEVER = Integer.MAX_VALUE;
    private static final Catalogue CATALOGUE = Catalogue.shipped();
    private static final List<String> CATEGORIES =
            CATALOGUE.categories().all().stream().map(RetailCategory::id).toList();

    private final EventCodec<RetailReceipt> codec = EventCodec.of(RetailReceipt.class);

    @Test
    void everyPayloadIsWhatTheCodecWrites() throws Exception {
        for (byte[] payload : payloads(Shape.DENSE)) {
            assertThat(codec.encode(codec.decode(payload))).isEqualTo(payload);
        }
    }

    @Test
    void oneInAHundredComesTwiceAndTwoInAHundredAreRefunds() throws Exception {
        List<RetailReceipt> receipts = receipts(Shape.DENSE);
        Set<String> numbers = new HashSet<>();
        receipts.forEach(receipt -> numbers.add(receipt.getStoreId() + "/" + receipt.getReceiptNo()));

        assertThat(receipts).hasSize(RECEIPTS).allMatch(RetailReceipt::getSynthetic);
        assertThat(share(RECEIPTS - numbers.size())).isCloseTo(0.01, within(0.001));
        assertThat(share(receipts.stream()
                        .filter(receipt -> receipt.getAmount() < 0)
                        .count()))
                .isCloseTo(0.02, within(0.002));
    }

    @Test
    void oneInSoManyIsCutOff() {
        List<byte[]> payloads = payloads(Shape.DENSE, RECEIPTS / 100);

        assertThat(payloads).hasSize(RECEIPTS);
        assertThat(payloads.stream().filter(payload -> !isReadable(payload)).count())
                .isBetween(60L, 140L);
    }

    @Test
    void timeRunsOutOfOrderByMinutesAndNotByHours() throws Exception {
        Instant latest = Instant.EPOCH;
        long behind = 0;
        long farBehind = 0;
        for (RetailReceipt receipt : receipts(Shape.DENSE)) {
            Instant sold = receipt.getSoldAt();
            behind += sold.isBefore(latest) ? 1 : 0;
            farBehind += sold.isBefore(latest.minus(Duration.ofHours(1))) ? 1 : 0;
            latest = sold.isAfter(latest) ? sold : latest;
        }

        assertThat(share(behind)).isGreaterThan(0.5);
        // Only what comes a second time, much later.
        assertThat(share(farBehind)).isLessThan(0.01);
    }

    @Test
    void theShapeSaysOnWhichDaysWasSold() throws Exception {
        for (Shape shape : Shape.values()) {
            Set<LocalDate> days = new TreeSet<>();
            receipts(shape).forEach(receipt -> days.add(LocalDate.ofInstant(receipt.getSoldAt(), ReportingZone.ZONE)));

            assertThat(days).as(shape.id()).hasSize(shape.days());
            assertThat(days.iterator().next()).isEqualTo(shape.day(0));
        }
    }

    @Test
    void twoRunsFeedTheSame() {
        assertThat(payloads(Shape.SPARSE))
                .usingElementComparator(Arrays::compare)
                .isEqualTo(payloads(Shape.SPARSE));
    }

    private static double share(long count) {
        return (double) count / RECEIPTS;
    }

    private List<RetailReceipt> receipts(Shape shape) throws Exception {
        List<RetailReceipt> receipts = new ArrayList<>();
        for (byte[] payload : payloads(shape)) {
            receipts.add(codec.decode(payload));
        }
        return receipts;
    }

    private boolean isReadable(byte[] payload) {
        try {
            codec.decode(payload);
            return true;
        } catch (EventDecodingException cutOff) {
            return false;
        }
    }

    private static List<byte[]> payloads(Shape shape) {
        return payloads(shape, NEVER);
    }

    private static List<byte[]> payloads(Shape shape, int oneInCutOff) {
        List<byte[]> payloads = new ArrayList<>();
        Stores stores = new Stores(0, STORES, CATALOGUE.units().townships());
        new ReceiptFeed(shape, stores, CATEGORIES, RECEIPTS, oneInCutOff)
                .into((store, payload) -> payloads.add(payload));
        return payloads;
    }
}
