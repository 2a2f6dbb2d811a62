package dev.pennant.core.retail;

import static dev.pennant.core.retail.StorePlacements.Placement.NOWHERE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.core.retail.StorePlacements.Placement;
import org.junit.jupiter.api.Test;

final class StorePlacementsTest {
    private final StorePlacements placements = new StorePlacements();

    @Test
    void aStoreThatMovesCountsInEachUnitForItsTime() {
        placements.register("S1", 100, 7, false, 0);
        placements.register("S1", 200, 8, true, 1);

        assertThat(placements.on("S1", 99)).isEqualTo(new Placement(NOWHERE, false, Integer.MIN_VALUE, 100));
        assertThat(placements.on("S1", 100)).isEqualTo(new Placement(7, false, 100, 200));
        assertThat(placements.on("S1", 199)).isEqualTo(new Placement(7, false, 100, 200));
        assertThat(placements.on("S1", 200)).isEqualTo(new Placement(8, true, 200, Integer.MAX_VALUE));
    }

    @Test
    void aStoreWithoutARegistrationIsNowhere() {
        assertThat(placements.on("S1", 5))
                .isEqualTo(new Placement(NOWHERE, false, Integer.MIN_VALUE, Integer.MAX_VALUE));
    }

    @Test
    void aWithdrawnRegistrationNeverWas() {
        placements.register("S1", 100, 7, false, 0);
        placements.register("S1", 200, 8, false, 1);
        placements.withdraw("S1", 200, 2);

        assertThat(placements.on("S1", 250)).isEqualTo(new Placement(7, false, 100, Integer.MAX_VALUE));
        assertThat(placements.on("S1", 150)).isEqualTo(new Placement(7, false, 100, Integer.MAX_VALUE));
    }

    @Test
    void whatIsHeardAgainIsNoNews() {
        assertThat(placements.register("S1", 100, 7, false, 3)).isTrue();
        assertThat(placements.register("S1", 100, 7, false, 3)).isFalse();
        assertThat(placements.register("S1", 100, 6, false, 2)).isFalse();
        assertThat(placements.on("S1", 100).unit()).isEqualTo(7);
        assertThat(placements.register("S1", 100, 9, false, 4)).isTrue();
        assertThat(placements.on("S1", 100).unit()).isEqualTo(9);
    }
}
