package dev.pennant.jobs.retail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class StoreDayFoldTest {
    private static final int STORES = 3_000;

    private final List<String> told = new ArrayList<>();
    private final StoreDayFold fold = new StoreDayFold(store -> "S" + store, this::note);

    @Test
    void whatAStoreSoldOnADayIsToldAsOne() {
        fold.ensureStores(1);
        fold.add(0, 7, 18_000, false, 500);
        fold.add(0, 7, 18_000, false, -200);
        fold.tell(false);

        assertThat(told).containsExactly("S0 in 7: [18000] [500] [200] [2]");
    }

    @Test
    void readersOfYearsAtOnceTellBeforeAllOfThemIsInMemory() {
        fold.ensureStores(STORES);
        int days = 0;
        while (told.isEmpty()) {
            fold.add(days % STORES, 7, 18_000 + days / STORES, false, 1);
            days++;
        }

        assertThat(days).isEqualTo(32 * STORES);
        assertThat(told).hasSize(STORES).allSatisfy(store -> assertThat(store)
                .endsWith(" [1" + ", 1".repeat(31) + "]"));
        fold.tell(false);
        assertThat(told).hasSize(STORES);
    }

    private void note(StoreDayCells cells) {
        told.add(cells.storeId + " in " + cells.unit + ": "
                + Arrays.toString(Arrays.copyOf(cells.days, cells.count)) + " "
                + Arrays.toString(Arrays.copyOf(cells.sales, cells.count)) + " "
                + Arrays.toString(Arrays.copyOf(cells.refunds, cells.count)) + " "
                + Arrays.toString(Arrays.copyOf(cells.receipts, cells.count)));
    }
}
