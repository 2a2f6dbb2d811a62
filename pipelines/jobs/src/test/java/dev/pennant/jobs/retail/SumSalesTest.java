package dev.pennant.jobs.retail;

import static dev.pennant.jobs.retail.SampleInputs.cells;
import static dev.pennant.jobs.retail.SampleInputs.day;
import static dev.pennant.jobs.retail.SampleInputs.hour;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pennant.core.catalogue.Catalogue;
import dev.pennant.core.catalogue.IndicatorDefinition;
import dev.pennant.core.indicator.Coverage;
import dev.pennant.core.indicator.Measure;
import dev.pennant.core.retail.HourSales;
import dev.pennant.core.retail.RunningSales;
import dev.pennant.core.retail.RunningSum;
import dev.pennant.core.retail.UnitNotice;
import dev.pennant.jobs.retail.KeyedTasks.Checkpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

final class SumSalesTest {
    private final RetailOperator<Integer, UnitCells, UnitNotice, RunningSales> operator = RetailOperator.sumSales();

    @Test
    void runningSumsAreToldSoonAndTheirDetailsWithinASecond() throws Exception {
        try (KeyedTasks<?, ?, ?, ?> sums = operator.alone()) {
            sums.send(cells(0, 3, "2020-01-01T10", 500));
            sums.send(cells(0, 3, "2020-01-01T10", 200));
            assertThat(emitted(sums)).isEmpty();

            sums.waitMillis(20);
            assertThat(emitted(sums)).hasSize(2).allSatisfy(told -> assertThat(((RunningSales) told).sum())
                    .isEqualTo(new RunningSum(700, 0, false)));

            sums.waitMillis(1000);
            List<Object> details = emitted(sums);
            assertThat(details).hasSize(2).hasAtLeastOneElementOfType(CategoryRow.class);
            assertThat(details)
                    .filteredOn(HourSales.class::isInstance)
                    .singleElement()
                    .satisfies(told -> {
                        HourSales hour = (HourSales) told;
                        assertThat(hour.category()).isEqualTo(3);
                        assertThat(hour.hour()).isEqualTo(hour("2020-01-01T10"));
                        assertThat(hour.sales()).isEqualTo(700);
                        assertThat(hour.receipts()).isEqualTo(2);
                    });
        }
    }

    @Test
    void aDayUnderWayIsComparedThroughItsHourAndADayOverInFull() throws Exception {
        try (KeyedTasks<?, ?, ?, ?> sums = operator.alone()) {
            sums.send(cells(0, 0, "2019-01-01T09", 100));
            sums.send(cells(0, 1, "2019-01-01T15", 1000));
            sums.send(cells(0, 0, "2020-01-01T10", 5));
            sums.end();
            assertThat(lastOf(emitted(sums), "2020-01-01").sum()).isEqualTo(new RunningSum(5, 100, true));

            sums.send(cells(0, 0, "2020-01-02T00", 7));
            sums.end();
            assertThat(lastOf(emitted(sums), "2020-01-01").sum()).isEqualTo(new RunningSum(5, 1100, true));
        }
    }

    @Test
    void theRosterCountsFromItsDayOnAndSellersFromTheirFirstSale() throws Exception {
        try (KeyedTasks<?, ?, ?, ?> sums = operator.alone()) {
            sums.send(UnitNotice.expected(0, day("2019-06-01"), 2));
            sums.send(UnitNotice.expected(0, day("2020-01-02"), 1));
            sums.send(cells(0, 0, "2020-01-01T10", 5));
            sums.send(cells(0, 0, "2020-01-02T10", 5));
            sums.send(UnitNotice.reported(0, day("2020-01-02"), 1));
            sums.end();

            List<Object> told = emitted(sums);
            assertThat(lastOf(told, "2020-01-01").coverage()).isEqualTo(new Coverage(0, 2, true));
            assertThat(lastOf(told, "2020-01-02").coverage()).isEqualTo(new Coverage(1, 3, false));
        }
    }

    @Test
    void aCorrectedBaseIsToldWithTheFiguresThatAreComparedWithIt() throws Exception {
        try (KeyedTasks<?, ?, ?, ?> sums = operator.alone()) {
            sums.send(cells(0, 0, "2019-01-01T10", 100));
            sums.send(cells(0, 0, "2020-01-03T10", 5));
            sums.end();
            emitted(sums);

            sums.send(cells(0, 0, "2019-01-02T10", -30));
            sums.end();

            List<Object> told = emitted(sums);
            assertThat(lastOf(told, "2020-01-03").sum()).isEqualTo(new RunningSum(5, 70, true));
            assertThat(told).filteredOn(of("2020-01-01")).isEmpty();
        }
    }

    @Test
    void aUnitThatAStoreHasLeftTellsItsEmptyHoursToo() throws Exception {
        try (KeyedTasks<?, ?, ?, ?> sums = operator.alone()) {
            sums.send(cells(0, 0, "2020-01-01T02", 5));
            sums.end();
            emitted(sums);

            sums.send(UnitNotice.retell(0, day("2020-01-01")));
            sums.end();

            int categories = RetailOperator.SCOPE.categories();
            assertThat(emitted(sums)).filteredOn(HourSales.class::isInstance).hasSize(3 * categories);
        }
    }

    @Test
    void aRestoredRunOutvotesWhatTheLostOneTold() throws Exception {
        List<Object> lost;
        Checkpoint checkpoint;
        try (KeyedTasks<?, ?, ?, ?> sums = operator.alone()) {
            sums.send(cells(0, 0, "2020-01-01T10", 5));
            checkpoint = sums.checkpoint(1);
            assertThat(emitted(sums)).isNotEmpty();
            sums.send(cells(0, 0, "2020-01-01T10", 6));
            sums.send(cells(0, 0, "2020-01-01T10", 7));
            sums.end();
            lost = emitted(sums);
        }
        try (KeyedTasks<?, ?, ?, ?> sums = operator.restored(1, checkpoint)) {
            sums.send(cells(0, 0, "2020-01-01T10", 1));
            sums.end();

            RunningSales told = lastOf(emitted(sums), "2020-01-01");
            assertThat(told.sum().value()).isEqualTo(6);
            assertThat(told.version().packed())
                    .isGreaterThan(lastOf(lost, "2020-01-01").version().packed());
        }
    }

    @Test
    void sumsAreNotContinuedWithAnIndicatorThatEarlierDaysHaveNoValuesOf() throws Exception {
        Checkpoint checkpoint;
        try (KeyedTasks<?, ?, ?, ?> sums = operator.alone()) {
            sums.send(cells(0, 0, "2020-01-01T10", 5));
            checkpoint = sums.checkpoint(1);
        }
        SalesScope more = new SalesScope(withReceiptsInWan(RetailOperator.CATALOGUE), true);

        assertThatThrownBy(() -> RetailOperator.sumSales(more).restored(1, checkpoint))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("start the job without a checkpoint");
    }

    private static Catalogue withReceiptsInWan(Catalogue shipped) {
        IndicatorDefinition receipts = shipped.indicator("retail-receipts").orElseThrow();
        List<IndicatorDefinition> indicators = new ArrayList<>(shipped.indicators());
        indicators.add(new IndicatorDefinition(
                "retail-receipts-wan",
                receipts.title(),
                receipts.titleEn(),
                receipts.meaning(),
                new Measure("万元"),
                receipts.direction(),
                receipts.source(),
                receipts.valueRounding(),
                receipts.growthRounding(),
                receipts.basis()));
        return new Catalogue(
                shipped.units(),
                indicators,
                shipped.limits(),
                shipped.categories(),
                shipped.receiptLimits(),
                shipped.airStandards(),
                shipped.airLimits(),
                shipped.competitions(),
                shipped.alertRules());
    }

    private static List<Object> emitted(KeyedTasks<?, ?, ?, ?> tasks) throws Exception {
        List<Object> emitted = new ArrayList<>();
        tasks.drain(emitted::add);
        return emitted;
    }

    private static RunningSales lastOf(List<Object> told, String period) {
        return told.stream()
                .filter(of(period))
                .map(RunningSales.class::cast)
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    private static Predicate<Object> of(String period) {
        return told ->
                told instanceof RunningSales sales && sales.period().toString().equals(period);
    }
}
