package dev.pennant.core.retail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SalesCellsTest {
    private final SalesCells cells = new SalesCells();
    private final CellWriter writer = new CellWriter();

    @Test
    void aTableThatWasLargeIsSmallAgainAfterAFewQuietMoves() {
        int atFirst = cells.capacity();
        move(1000);
        assertThat(cells.capacity()).isEqualTo(2048);

        for (int quiet = 0; quiet < 7; quiet++) {
            move(1);
        }

        assertThat(cells.capacity()).isEqualTo(atFirst);
    }

    @Test
    void aTableThatIsUsedAgainAndAgainKeepsItsPlaces() {
        move(1000);
        move(300);
        assertThat(cells.capacity()).isEqualTo(2048);
    }

    private void move(int count) {
        for (int hour = 0; hour < count; hour++) {
            cells.add(CellKey.of(0, hour, false), 1);
        }
        writer.clear();
        cells.moveTo(writer);
        assertThat(writer.count()).isEqualTo(count);
    }
}
