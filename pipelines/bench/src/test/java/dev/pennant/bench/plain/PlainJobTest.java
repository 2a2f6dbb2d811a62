package dev.pennant.bench.plain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.core.period.ReportingHour;
import dev.pennant.schemas.EventCodec;
import dev.pennant.schemas.event.RetailReceipt;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.apache.flink.util.CloseableIterator;
import org.junit.jupiter.api.Test;

class PlainJobTest {
    @Test
    void aReceiptCountsOnceWheneverItsStoreIsKnown() throws Exception {
        try (KeyedTwoInputStreamOperatorTestHarness<String, Sale, Home, Sold> count =
                new KeyedTwoInputStreamOperatorTestHarness<>(
                        new KeyedCoProcessOperator<>(new CountOnce()),
                        sale -> sale.store,
                        home -> home.store,
                        Types.STRING)) {
            count.open();
            count.processElement1(new StreamRecord<>(sale("A", 1, "food", 7, 1_000)));
            count.processElement1(new StreamRecord<>(sale("A", 1, "food", 7, 1_000)));
            assertThat(count.extractOutputValues()).isEmpty();

            count.processElement2(new StreamRecord<>(home("A", "u1")));
            count.processElement1(new StreamRecord<>(sale("A", 1, "food", 7, 1_000)));
            count.processElement1(new StreamRecord<>(sale("A", 2, "tea", 8, -300)));
            count.processElement1(new StreamRecord<>(sale("B", 1, "food", 7, 50)));

            assertThat(count.extractOutputValues())
                    .extracting(PlainJobTest::told)
                    .containsExactly("u1 food 7: 1000 fen, 1", "u1 tea 8: -300 fen, 1");
        }
    }

    @Test
    void eachCellOfAUnitACategoryAndAnHourIsSummed() throws Exception {
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.createLocalEnvironment(1);
        environment.getConfig().enableObjectReuse();
        Sale[] sales = {
            sale("A", 1, "food", 7, 1_000),
            sale("A", 2, "food", 7, -300),
            sale("A", 3, "tea", 7, 20),
            sale("A", 4, "food", 8, 9),
            sale("B", 1, "food", 7, 50),
        };

        Map<String, String> last = new HashMap<>();
        try (CloseableIterator<Sold> sums = PlainJob.sums(
                        environment.fromData(Types.POJO(Sale.class), sales),
                        environment.fromData(Types.POJO(Home.class), home("A", "u1"), home("B", "u2")))
                .executeAndCollect()) {
            sums.forEachRemaining(sold -> {
                String[] parts = told(sold).split(": ", 2);
                last.put(parts[0], parts[1]);
            });
        }

        assertThat(last)
                .isEqualTo(Map.of(
                        "u1 food 7", "700 fen, 2",
                        "u1 tea 7", "20 fen, 1",
                        "u1 food 8", "9 fen, 1",
                        "u2 food 7", "50 fen, 1"));
    }

    @Test
    void aReceiptIsDecodedAndOneThatIsCutOffLeftOut() throws Exception {
        Instant soldAt = Instant.parse("2020-05-01T03:20:00Z");
        byte[] payload = EventCodec.of(RetailReceipt.class)
                .encode(RetailReceipt.newBuilder()
                        .setStoreId("A")
                        .setReceiptNo(5)
                        .setSoldAt(soldAt)
                        .setCategory("food")
                        .setAmount(-1_234)
                        .setChannel("store")
                        .build());
        DecodedSales sales = new DecodedSales();
        sales.open(null);

        Sale sale = sales.deserialize(payload);

        assertThat(List.<Object>of(sale.store, sale.number, sale.category, sale.hour, sale.fen))
                .containsExactly("A", 5L, "food", ReportingHour.of(soldAt.toEpochMilli()), -1_234L);
        assertThat(sales.deserialize(Arrays.copyOf(payload, payload.length - 3)))
                .isNull();
    }

    private static String told(Sold sold) {
        return sold.unit + " " + sold.category + " " + sold.hour + ": " + sold.fen + " fen, " + sold.receipts;
    }

    private static Sale sale(String store, long number, String category, int hour, long fen) {
        Sale sale = new Sale();
        sale.store = store;
        sale.number = number;
        sale.category = category;
        sale.hour = hour;
        sale.fen = fen;
        return sale;
    }

    private static Home home(String store, String unit) {
        Home home = new Home();
        home.store = store;
        home.unit = unit;
        return home;
    }
}
