package dev.pennant.core.retail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class RecentCellsTest {
    private static final int CATEGORIES = 20;
    private static final int HALF_A_DAY = 12;
    private static final int FIRST_HOUR = 180_003;

    private final RecentCells cells = new RecentCells(2);
    private final CellReader reader = new CellReader();

    @Test
    void noneOfHalfADayMakesRoomForAnother() {
        for (int turn = 0; turn < 3; turn++) {
            for (int hour = FIRST_HOUR; hour < FIRST_HOUR + HALF_A_DAY; hour++) {
                for (int category = 0; category < CATEGORIES; category++) {
                    assertThat(add(1, category, hour, 7)).isFalse();
                }
            }
        }

        cells.leave(1);

        assertThat(cells.left(1).count()).isEqualTo(CATEGORIES * HALF_A_DAY);
        read(1);
        assertThat(reader.receipts()).isEqualTo(3);
        assertThat(reader.sales()).isEqualTo(21);
    }

    @Test
    void aCellLeavesForAnotherOfItsPlaceAndForNoneOfAnotherUnit() {
        add(1, 4, FIRST_HOUR, 900);
        add(1, 4, FIRST_HOUR, -100);
        assertThat(add(0, 4, FIRST_HOUR + 256, 5)).isFalse();
        assertThat(cells.left(1).count()).isZero();

        assertThat(add(1, 4, FIRST_HOUR + 256, 5)).isTrue();

        read(1);
        assertThat(reader.category()).isEqualTo(4);
        assertThat(reader.hour()).isEqualTo(FIRST_HOUR);
        assertThat(reader.receipts()).isEqualTo(2);
        assertThat(reader.sales()).isEqualTo(900);
        assertThat(reader.refunds()).isEqualTo(100);
        assertThat(reader.next()).isFalse();
        assertThat(cells.left(0).count()).isZero();
    }

    @Test
    void madeUpReceiptsAreNotAddedToOthers() {
        cells.add(0, CellKey.of(4, FIRST_HOUR, false), 1);

        assertThat(cells.add(0, CellKey.of(4, FIRST_HOUR, true), 2)).isTrue();
        cells.leave(0);

        read(0);
        assertThat(reader.synthetic()).isFalse();
        assertThat(reader.sales()).isEqualTo(1);
        assertThat(reader.next()).isTrue();
        assertThat(reader.synthetic()).isTrue();
        assertThat(reader.sales()).isEqualTo(2);
    }

    @Test
    void aUnitIsEmptyOnceAllOfItWasTaken() {
        assertThat(cells.isEmpty(0)).isTrue();
        add(0, 0, FIRST_HOUR, 1);
        assertThat(cells.isEmpty(0)).isFalse();

        cells.leave(0);
        assertThat(cells.isEmpty(0)).isFalse();
        cells.left(0).clear();

        assertThat(cells.isEmpty(0)).isTrue();
        assertThat(cells.isEmpty(1)).isTrue();
    }

    private boolean add(int unit, int category, int hour, long amount) {
        return cells.add(unit, CellKey.of(category, hour, false), amount);
    }

    private void read(int unit) {
        reader.reset(cells.left(unit).bytes(), cells.left(unit).length());
        assertThat(reader.next()).isTrue();
    }
}
