package dev.pennant.core.retail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.core.period.ReportingHour;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is counted, and whenever the counts are taken away, their sum is that of the receipts. */
final class PartialFoldsTest {
    @Property
    void cellsSumUpToTheReceipts(@ForAll("receipts") List<Sale> sales) {
        SalesCells cells = new SalesCells();
        CellWriter writer = new CellWriter();
        CellReader reader = new CellReader();
        Map<List<Object>, Sums> expected = new HashMap<>();
        Map<List<Object>, Sums> actual = new HashMap<>();
        for (Sale sale : sales) {
            cells.add(CellKey.of(sale.category, sale.hour, sale.synthetic), sale.amount);
            expected.merge(List.of(sale.category, sale.hour, sale.synthetic), Sums.of(sale.amount), Sums::plus);
        }
        cells.writeTo(writer);
        reader.reset(writer.bytes(), writer.length());
        while (reader.next()) {
            actual.merge(
                    List.of(reader.category(), reader.hour(), reader.synthetic()),
                    new Sums(reader.receipts(), reader.sales(), reader.refunds()),
                    Sums::plus);
        }

        assertThat(actual).isEqualTo(expected);
    }

    @Property
    void cellsOfUnitsSumUpToTheReceipts(@ForAll("receipts") List<Sale> sales) {
        RecentCells cells = new RecentCells(Sale.STORES);
        Map<List<Object>, Sums> expected = new HashMap<>();
        Map<List<Object>, Sums> actual = new HashMap<>();
        for (Sale sale : sales) {
            int unit = sale.store;
            int before = cells.written(unit);
            boolean wrote = cells.add(unit, CellKey.of(sale.category, sale.hour, sale.synthetic), sale.amount);
            assertThat(cells.written(unit)).isEqualTo(wrote ? before + 1 : before);
            assertThat(cells.isEmpty(unit)).isFalse();
            expected.merge(List.of(unit, sale.category, sale.hour, sale.synthetic), Sums.of(sale.amount), Sums::plus);
            if (sale.moveAfter) {
                take(cells, unit, actual);
            }
        }
        for (int unit = 0; unit < Sale.STORES; unit++) {
            take(cells, unit, actual);
        }

        assertThat(actual).isEqualTo(expected);
    }

    private static void take(RecentCells cells, int unit, Map<List<Object>, Sums> actual) {
        cells.take(unit, written -> {
            CellReader reader = new CellReader();
            reader.reset(written.bytes(), written.length());
            while (reader.next()) {
                actual.merge(
                        List.of(unit, reader.category(), reader.hour(), reader.synthetic()),
                        new Sums(reader.receipts(), reader.sales(), reader.refunds()),
                        Sums::plus);
            }
        });
        assertThat(cells.isEmpty(unit)).isTrue();
        assertThat(cells.written(unit)).isZero();
    }

    @Property
    void daysOfStoresSumUpToTheReceipts(@ForAll("receipts") List<Sale> sales) {
        StoreDaySales days = new StoreDaySales();
        days.ensureStores(2);
        days.ensureStores(Sale.STORES);
        Map<List<Object>, Sums> expected = new HashMap<>();
        Map<List<Object>, Sums> actual = new HashMap<>();
        StoreDaySales.Taker taker = (store, unit, synthetic, day, receipts, positive, negative) ->
                actual.merge(List.of(store, unit, synthetic, day), new Sums(receipts, positive, negative), Sums::plus);
        for (Sale sale : sales) {
            days.add(sale.store, sale.category, ReportingHour.day(sale.hour), sale.synthetic, sale.amount);
            expected.merge(
                    List.of(sale.store, sale.category, sale.synthetic, ReportingHour.day(sale.hour)),
                    Sums.of(sale.amount),
                    Sums::plus);
            if (sale.moveAfter) {
                days.moveTo(taker);
                assertThat(days.count()).isZero();
            }
        }
        days.moveTo(taker);

        assertThat(actual).isEqualTo(expected);
    }

    @Provide
    Arbitrary<List<Sale>> receipts() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, Sale.STORES - 1),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.oneOf(Arbitraries.integers().between(0, 400), Arbitraries.of(0, CellKey.LAST_HOUR)),
                        Arbitraries.of(false, false, true),
                        Arbitraries.longs().between(-1_000_000_000, 1_000_000_000),
                        Arbitraries.integers().between(0, 200).map(chance -> chance == 0))
                .as(Sale::new)
                .list()
                .ofMaxSize(1500);
    }

    private record Sale(int store, int category, int hour, boolean synthetic, long amount, boolean moveAfter) {
        private static final int STORES = 5;
    }

    private record Sums(int receipts, long sales, long refunds) {
        private static Sums of(long amount) {
            return new Sums(1, Math.max(amount, 0), Math.max(-amount, 0));
        }

        private Sums plus(Sums other) {
            return new Sums(receipts + other.receipts, sales + other.sales, refunds + other.refunds);
        }
    }
}
