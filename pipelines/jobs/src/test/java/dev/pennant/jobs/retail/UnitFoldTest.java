package dev.pennant.jobs.retail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.core.retail.CellKey;
import dev.pennant.core.retail.CellReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class UnitFoldTest {
    /** Hours that are so far apart have the same place. */
    private static final int SAME_PLACE = 256;

    private static final int HOUR = 180_000;

    private final List<String> told = new ArrayList<>();
    private final UnitFold fold = new UnitFold(2, this::tell);

    @Test
    void aUnitIsToldOfAllItHasWhenManyOfItsCellsHadToGo() {
        sell(1, HOUR, 1);
        sell(0, HOUR + 1, 1);
        sell(0, HOUR + 2, 1);
        for (int gone = 0; gone < 255; gone++) {
            sell(0, gone % 2 == 0 ? HOUR + 1 + SAME_PLACE : HOUR + 1, 1);
        }
        assertThat(told).isEmpty();

        sell(0, HOUR + 1, 1);

        assertThat(told).containsExactly("unit 0 until 180257: 258 cells, 258 receipts, 258");
        told.clear();
        fold.tell(false);
        assertThat(told)
                .containsExactly(
                        "unit 0 until 180257: 0 cells, 0 receipts, 0", "unit 1 until 180257: 1 cells, 1 receipts, 1");
    }

    @Test
    void whatWasToldIsNotToldAgain() {
        sell(0, HOUR, 100);
        sell(0, HOUR, -30);
        fold.tell(false);
        assertThat(told)
                .containsExactly(
                        "unit 0 until 180000: 1 cells, 2 receipts, 70", "unit 1 until 180000: 0 cells, 0 receipts, 0");
        told.clear();

        fold.tell(false);
        assertThat(told).isEmpty();

        sell(0, HOUR, 5);
        fold.tell(false);
        assertThat(told).containsExactly("unit 0 until 180000: 1 cells, 1 receipts, 5");
    }

    private void sell(int unit, int hour, long amount) {
        fold.sold(hour);
        fold.add(unit, CellKey.of(0, hour, false), amount);
    }

    private void tell(UnitCells cells) {
        CellReader reader = new CellReader();
        cells.readBy(reader);
        int count = 0;
        int receipts = 0;
        long net = 0;
        while (reader.next()) {
            count++;
            receipts += reader.receipts();
            net += reader.sales() - reader.refunds();
        }
        assertThat(cells.count).isEqualTo(count);
        told.add("unit " + cells.unit + " until " + cells.frontierHour + ": " + count + " cells, " + receipts
                + " receipts, " + net);
    }
}
