package dev.pennant.jobs.retail;

import static dev.pennant.jobs.retail.SampleInputs.day;
import static dev.pennant.jobs.retail.SampleInputs.entry;
import static dev.pennant.jobs.retail.SampleInputs.firstSale;
import static dev.pennant.jobs.retail.SampleInputs.held;
import static dev.pennant.jobs.retail.SampleInputs.hour;
import static dev.pennant.jobs.retail.SampleInputs.withdrawal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.core.retail.CellReader;
import dev.pennant.core.retail.HeldSales;
import dev.pennant.core.retail.UnitNotice;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class KeepStoresTest {
    private static final String FIRST = RetailOperator.SCOPE.unitAt(0);
    private static final String SECOND = RetailOperator.SCOPE.unitAt(1);

    private static final String COUNTY = RetailOperator.SCOPE.regionsOf(0).get(0);
    private static final String PREFECTURE = RetailOperator.SCOPE.regionsOf(0).get(1);

    private final RetailOperator<String, StoreEntry, StoreNews, UnitNotice> operator = RetailOperator.keepStores();

    @Test
    void aRegisteredStoreIsOnTheRosterAndReportsWithItsFirstSale() throws Exception {
        try (KeyedTasks<?, ?, ?, ?> stores = operator.alone()) {
            stores.send(entry("S1", FIRST, "2020-01-01", false));
            stores.send(firstSale("S1", 0, day("2020-03-01")));
            stores.send(firstSale("S1", 0, day("2020-04-01")));
            stores.send(firstSale("S1", 0, day("2020-02-01")));

            assertThat(emitted(stores, UnitNotice.class))
                    .containsExactly(
                            UnitNotice.expected(0, day("2020-01-01"), 1),
                            UnitNotice.reported(0, day("2020-03-01"), 1),
                            UnitNotice.reported(0, day("2020-03-01"), -1),
                            UnitNotice.reported(0, day("2020-02-01"), 1));
        }
    }

    @Test
    void aStoreThatMovesChangesTheRostersAndHasBothUnitsToldAgain() throws Exception {
        try (KeyedTasks<?, ?, ?, ?> stores = operator.alone()) {
            stores.send(entry("S1", FIRST, "2020-01-01", false));
            emitted(stores, Object.class);

            stores.send(entry("S1", SECOND, "2020-06-01", false));

            List<Object> told = emitted(stores, Object.class);
            assertThat(told)
                    .filteredOn(each -> !(each instanceof HeldRow))
                    .containsExactlyInAnyOrder(
                            UnitNotice.expected(0, day("2020-06-01"), -1),
                            UnitNotice.expected(1, day("2020-06-01"), 1),
                            UnitNotice.retell(0, day("2020-06-01")),
                            UnitNotice.retell(1, day("2020-06-01")),
                            new StoreMove("S1", 0, day("2020-06-01")),
                            new StoreMove("S1", 1, day("2020-06-01")));
        }
    }

    @Test
    void aRegionIsToldWhenAnotherOfItsTownshipsCountsTheStoreInTheSameYear() throws Exception {
        try (KeyedTasks<?, ?, ?, ?> stores = operator.alone()) {
            stores.send(firstSale("S1", 0, day("2020-03-01")));
            stores.send(firstSale("S1", 0, day("2021-03-01")));
            assertThat(emitted(stores, RosterShare.class)).isEmpty();

            stores.send(firstSale("S1", 1, day("2020-06-01")));
            assertThat(emitted(stores, RosterShare.class))
                    .containsExactlyInAnyOrder(
                            RosterShare.countedAgain(COUNTY, day("2020-06-01"), 1),
                            RosterShare.countedAgain(PREFECTURE, day("2020-06-01"), 1));

            stores.send(firstSale("S1", 1, day("2020-02-01")));
            assertThat(emitted(stores, RosterShare.class))
                    .containsExactlyInAnyOrder(
                            RosterShare.countedAgain(COUNTY, day("2020-06-01"), -1),
                            RosterShare.countedAgain(COUNTY, day("2020-03-01"), 1),
                            RosterShare.countedAgain(PREFECTURE, day("2020-06-01"), -1),
                            RosterShare.countedAgain(PREFECTURE, day("2020-03-01"), 1));
        }
    }

    @Test
    void aStoreThatMovesToAnotherCountyIsCountedAgainInThePrefectureAlone() throws Exception {
        int elsewhere = IntStream.range(0, RetailOperator.SCOPE.unitNumbers().size())
                .filter(unit -> !RetailOperator.SCOPE.regionsOf(unit).contains(COUNTY))
                .findFirst()
                .orElseThrow();
        try (KeyedTasks<?, ?, ?, ?> stores = operator.alone()) {
            stores.send(firstSale("S1", 0, day("2020-03-01")));
            stores.send(held("S1", 3, hour("2020-06-01T00"), 70, false));
            stores.send(entry("S1", RetailOperator.SCOPE.unitAt(elsewhere), "2020-06-01", false));

            assertThat(emitted(stores, RosterShare.class))
                    .containsExactly(RosterShare.countedAgain(PREFECTURE, day("2020-06-01"), 1));
        }
    }

    @Test
    void heldSalesJoinTheUnitOfTheirDayAndTheRestWaitsOn() throws Exception {
        try (KeyedTasks<?, ?, ?, ?> stores = operator.alone()) {
            stores.send(held("S1", 3, hour("2020-05-31T23"), 100, false));
            stores.send(held("S1", 3, hour("2020-06-01T00"), 70, false));
            emitted(stores, Object.class);

            stores.send(entry("S1", SECOND, "2020-06-01", false));

            List<Object> told = emitted(stores, Object.class);
            assertThat(cellsOf(told)).containsExactly("1 3 " + hour("2020-06-01T00") + " 70");
            assertThat(told).contains(UnitNotice.reported(1, day("2020-06-01"), 1));
            assertThat(told)
                    .filteredOn(HeldRow.class::isInstance)
                    .singleElement()
                    .satisfies(row -> assertThat(((HeldRow) row).held())
                            .isEqualTo(new HeldSales.Summary(1, 100, 0, hour("2020-05-31T23"), hour("2020-05-31T23"))));
        }
    }

    @Test
    void theDaysOfHeldSalesAreTold() throws Exception {
        try (KeyedTasks<?, ?, ?, ?> stores = operator.alone()) {
            stores.send(held("S1", 3, hour("2020-05-31T23"), 100, false));

            assertThat(emitted(stores, StoreDayCells.class)).singleElement().satisfies(days -> {
                assertThat(days.areHeld()).isTrue();
                assertThat(days.count).isOne();
                assertThat(days.days[0]).isEqualTo(day("2020-05-31"));
            });
        }
    }

    @Test
    void everyRegistrationSaysWhatIsHeldSinceAnEarlierRunMayHaveSaidOtherwise() throws Exception {
        try (KeyedTasks<?, ?, ?, ?> stores = operator.alone()) {
            stores.send(entry("S1", FIRST, "2020-01-01", false));
            stores.send(held("S1", 3, hour("2020-06-01T00"), 70, false));

            assertThat(emitted(stores, HeldRow.class))
                    .extracting(HeldRow::held)
                    .containsExactly(HeldSales.Summary.NOTHING, HeldSales.Summary.NOTHING);
        }
    }

    @Test
    void heldReceiptsKeepTheirOwnMarkOfBeingMadeUp() throws Exception {
        try (KeyedTasks<?, ?, ?, ?> stores = operator.alone()) {
            stores.send(held("S1", 3, hour("2020-06-01T00"), 70, true));
            stores.send(held("S1", 3, hour("2020-06-01T00"), 5, false));
            stores.send(entry("S1", FIRST, "2020-01-01", false));
            List<Object> told = emitted(stores, Object.class);

            assertThat(cellsOf(told))
                    .containsExactlyInAnyOrder(
                            "0 3 " + hour("2020-06-01T00") + " 5", "0 3 " + hour("2020-06-01T00") + " 70 made up");
            assertThat(told)
                    .filteredOn(each -> each instanceof StoreDayCells days && !days.areHeld())
                    .extracting(days -> ((StoreDayCells) days).synthetic)
                    .containsExactly(false, true);
        }
    }

    @Test
    void whatAMadeUpStoreSoldIsMadeUp() throws Exception {
        try (KeyedTasks<?, ?, ?, ?> stores = operator.alone()) {
            stores.send(held("S1", 3, hour("2020-06-01T00"), 5, false));
            stores.send(entry("S1", FIRST, "2020-01-01", true));

            assertThat(cellsOf(emitted(stores, Object.class)))
                    .containsExactly("0 3 " + hour("2020-06-01T00") + " 5 made up");
        }
    }

    @Test
    void aWithdrawnRegistrationLeavesTheStoreToTheOneBefore() throws Exception {
        try (KeyedTasks<?, ?, ?, ?> stores = operator.alone()) {
            stores.send(entry("S1", FIRST, "2020-01-01", false));
            stores.send(entry("S1", SECOND, "2020-06-01", false));
            emitted(stores, Object.class);

            stores.send(withdrawal("S1", "2020-06-01"));

            assertThat(emitted(stores, UnitNotice.class))
                    .contains(
                            UnitNotice.expected(0, day("2020-06-01"), 1),
                            UnitNotice.expected(1, day("2020-06-01"), -1));
        }
    }

    private static List<String> cellsOf(List<Object> told) {
        List<String> joined = new ArrayList<>();
        for (Object each : told) {
            if (each instanceof UnitCells cells) {
                CellReader reader = new CellReader();
                cells.readBy(reader);
                while (reader.next()) {
                    String made = reader.synthetic() ? " made up" : "";
                    joined.add(cells.unit + " " + reader.category() + " " + reader.hour() + " "
                            + (reader.sales() - reader.refunds()) + made);
                }
            }
        }
        return joined;
    }

    private static <T> List<T> emitted(KeyedTasks<?, ?, ?, ?> tasks, Class<T> type) {
        List<T> emitted = new ArrayList<>();
        tasks.drain(told -> {
            if (type.isInstance(told)) {
                emitted.add(type.cast(told));
            }
        });
        return emitted;
    }
}
