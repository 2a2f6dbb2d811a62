package dev.pennant.bench.plain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;
import org.junit.jupiter.api.Test;

class PlainJobTest {
    @Test
    void aReceiptCountsOnceInItsUnitWheneverTheStoreIsKnown() throws Exception {
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.createLocalEnvironment(1);
        List<Sale> sales = List.of(
                sale("A", 1, "food", 7, 1_000),
                sale("A", 2, "food", 7, -300),
                sale("A", 1, "food", 7, 1_000),
                sale("B", 1, "food", 7, 50),
                sale("A", 3, "food", 8, 9),
                sale("C", 1, "food", 7, 77));

        Map<String, String> last = new HashMap<>();
        try (CloseableIterator<Sold> told = PlainJob.sums(
                        environment.fromData(Types.POJO(Sale.class), sales.toArray(Sale[]::new)),
                        environment.fromData(Types.POJO(Home.class), home("A", "330784001"), home("B", "330784001")))
                .executeAndCollect()) {
            told.forEachRemaining(sold ->
                    last.put(sold.unit + " " + sold.category + " " + sold.hour, sold.fen + " fen, " + sold.receipts));
        }

        assertThat(last).isEqualTo(Map.of("330784001 food 7", "750 fen, 3", "330784001 food 8", "9 fen, 1"));
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
