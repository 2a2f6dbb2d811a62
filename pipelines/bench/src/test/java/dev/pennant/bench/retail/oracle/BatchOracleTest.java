package dev.pennant.bench.retail.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.pennant.bench.retail.feed.Shape;
import dev.pennant.bench.retail.oracle.RecountedSales.Figure;
import dev.pennant.core.ReportingZone;
import dev.pennant.core.catalogue.Catalogue;
import dev.pennant.schemas.event.RetailReceipt;
import dev.pennant.schemas.event.StoreRegistration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BatchOracleTest {
    private static final String CATERING = "catering";

    private final Catalogue catalogue = Catalogue.shipped();
    private final BatchOracle oracle = new BatchOracle(Shape.DENSE, catalogue, 2);
    private final String township = oracle.units().get(3);
    private final int row = 3 * oracle.categories().size() + oracle.place(CATERING);

    @BeforeEach
    void register() {
        oracle.register(registration("A"));
        oracle.register(registration("B"));
    }

    @Test
    void aNumberCountsOnceInItsStore() {
        oracle.count(receipt("A", 1, "2019-10-01T08:00", 100));
        oracle.count(receipt("A", 1, "2019-10-02T09:00", 999));
        oracle.count(receipt("B", 1, "2019-10-01T08:59", 50));
        oracle.count(receipt("A", -1, "2019-10-01T08:30", -30));
        oracle.count(receipt("A", -1, "2019-10-01T08:30", -30));

        assertThat(oracle.distinct()).isEqualTo(3);
        assertThat(oracle.hours().cell(row, 8)).isEqualTo("150\t30\t3");
        assertThat(oracle.hours().filled(row)).isEqualTo(1);
        assertThat(oracle.storeDays().cell(oracle.storesIn(3).get("A"), 0)).isEqualTo("100\t30\t2");
    }

    @Test
    void theLastDayRunsThroughItsLatestHourInBothYears() {
        oracle.count(receipt("A", 1, "2019-10-01T08:00", 100));
        oracle.count(receipt("A", 2, "2019-10-02T10:59", 20));
        oracle.count(receipt("A", 3, "2019-10-02T11:00", 3));
        oracle.count(receipt("A", 4, "2020-10-01T21:00", 700));
        oracle.count(receipt("A", 5, "2020-10-02T10:00", -60));

        RecountedSales running = oracle.running(oracle.rowsOf(3));

        assertThat(running.byDay())
                .contains(
                        entry(LocalDate.of(2019, 10, 1), new Figure(100, null)),
                        entry(LocalDate.of(2019, 10, 2), new Figure(123, null)),
                        entry(LocalDate.of(2019, 12, 31), new Figure(123, null)),
                        entry(LocalDate.of(2020, 10, 1), new Figure(700, 100L)),
                        entry(LocalDate.of(2020, 10, 2), new Figure(640, 120L)))
                .doesNotContainKeys(LocalDate.of(2020, 1, 1), LocalDate.of(2020, 10, 3));
        assertThat(running.byMonth())
                .containsOnly(
                        entry(YearMonth.of(2019, 10), new Figure(123, null)),
                        entry(YearMonth.of(2019, 11), new Figure(123, null)),
                        entry(YearMonth.of(2019, 12), new Figure(123, null)),
                        entry(YearMonth.of(2020, 10), new Figure(640, 120L)));
    }

    @Test
    void whereOnlyTheYearBeforeHasSalesThereIsAFigureOfNothing() {
        oracle.count(receipt("A", 1, "2019-10-02T08:00", 100));
        oracle.count(receipt("A", 2, "2020-10-04T08:00", 7));

        assertThat(oracle.running(oracle.rowsOf(3)).byDay())
                .doesNotContainKeys(LocalDate.of(2019, 10, 1), LocalDate.of(2020, 10, 1))
                .containsEntry(LocalDate.of(2020, 10, 2), new Figure(0, 100L))
                .containsEntry(LocalDate.of(2020, 10, 4), new Figure(7, 100L));
    }

    private StoreRegistration registration(String store) {
        return StoreRegistration.newBuilder()
                .setStoreId(store)
                .setName(store)
                .setUnit(township)
                .setValidFrom("2018-01-01")
                .build();
    }

    private static RetailReceipt receipt(String store, long number, String soldAt, long fen) {
        return RetailReceipt.newBuilder()
                .setStoreId(store)
                .setReceiptNo(number)
                .setSoldAt(
                        LocalDateTime.parse(soldAt).atZone(ReportingZone.ZONE).toInstant())
                .setCategory(CATERING)
                .setAmount(fen)
                .setChannel("store")
                .build();
    }
}
