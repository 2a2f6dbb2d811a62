package dev.pennant.core.retail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RecentCellsTest {
    private static final int HOUR = 180_003;

    private final RecentCells cells = new RecentCells(2);

    @Test
    void twelveHoursOfTwentyCategoriesMeetInNoPlace() {
        for (int turn = 0; turn < 3; turn++) {
            for (int hour = HOUR; hour < HOUR + 12; hour++) {
                for (int category = 0; category < 20; category++) {
                    assertThat(add(1, category, hour, 7)).isFalse();
                }
            }
        }

        assertThat(take(1)).hasSize(240).allMatch(cell -> cell.endsWith(": 3 receipts, 21 sold, 0 refunded"));
    }

    @Test
    void anHourOfAllCategoriesThereCanBeMeetsInNoPlace() {
        for (int category = 0; category < RetailCategories.MOST; category++) {
            assertThat(add(0, category, HOUR, 1)).isFalse();
        }
    }

    @Test
    void aCellIsWrittenAwayForAnotherOfItsPlaceAndForNoneOfAnotherUnit() {
        add(1, 4, HOUR, 900);
        add(1, 4, HOUR, -100);
        assertThat(add(0, 4, HOUR + 256, 5)).isFalse();
        assertThat(cells.written(1)).isZero();

        assertThat(add(1, 4, HOUR + 256, 5)).isTrue();

        assertThat(cells.written(1)).isEqualTo(1);
        assertThat(cells.written(0)).isZero();
        assertThat(take(1))
                .containsExactly(
                        "4 at 180003: 2 receipts, 900 sold, 100 refunded",
                        "4 at 180259: 1 receipts, 5 sold, 0 refunded");
        assertThat(take(0)).containsExactly("4 at 180259: 1 receipts, 5 sold, 0 refunded");
    }

    @Test
    void whatIsMadeUpIsApartAndMeetsTheRestInNoPlace() {
        for (int category = 0; category < 20; category++) {
            assertThat(cells.add(0, CellKey.of(category, HOUR, false), 1)).isFalse();
            assertThat(cells.add(0, CellKey.of(category, HOUR, true), 2)).isFalse();
        }

        assertThat(take(0))
                .hasSize(40)
                .contains(
                        "7 at 180003: 1 receipts, 1 sold, 0 refunded",
                        "7 at 180003, made up: 1 receipts, 2 sold, 0 refunded");
    }

    @Test
    void whatWasTakenIsNotGivenAgain() {
        assertThat(cells.isEmpty(0)).isTrue();
        add(0, 0, HOUR, 1);
        add(0, 0, HOUR + 256, 1);
        assertThat(cells.isEmpty(0)).isFalse();
        assertThat(cells.isEmpty(1)).isTrue();

        assertThat(take(0)).hasSize(2);

        assertThat(cells.isEmpty(0)).isTrue();
        assertThat(take(0)).isEmpty();
        add(0, 0, HOUR, 10);
        assertThat(take(0)).containsExactly("0 at 180003: 1 receipts, 10 sold, 0 refunded");
    }

    private boolean add(int unit, int category, int hour, long amount) {
        return cells.add(unit, CellKey.of(category, hour, false), amount);
    }

    private List<String> take(int unit) {
        List<String> taken = new ArrayList<>();
        cells.take(unit, written -> {
            CellReader reader = new CellReader();
            reader.reset(written.bytes(), written.length());
            while (reader.next()) {
                String madeUp = reader.synthetic() ? ", made up" : "";
                taken.add(reader.category() + " at " + reader.hour() + madeUp + ": " + reader.receipts() + " receipts, "
                        + reader.sales() + " sold, " + reader.refunds() + " refunded");
            }
        });
        return taken;
    }
}
