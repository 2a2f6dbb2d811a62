package dev.pennant.core.retail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.core.period.ReportingHour;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

final class CellCodecTest {
    private final CellWriter writer = new CellWriter();
    private final CellReader reader = new CellReader();

    @Property
    void whatIsWrittenIsRead(@ForAll("cells") List<Cell> cells) {
        writer.clear();
        cells.forEach(
                cell -> writer.add(cell.category, cell.hour, cell.synthetic, cell.receipts, cell.sales, cell.refunds));

        assertThat(writer.count()).isEqualTo(cells.size());
        assertThat(read(writer.copy(), writer.length())).isEqualTo(cells);
        assertThat(read(writer.bytes(), writer.length())).isEqualTo(cells);
    }

    @Test
    void aUsualCellTakesEightBytes() {
        writer.add(7, ReportingHour.of(1_600_000_000_000L), false, 3, 45_00, 0);

        assertThat(writer.length()).isLessThanOrEqualTo(8);
    }

    @Provide
    Arbitrary<List<Cell>> cells() {
        Arbitrary<Long> fen =
                Arbitraries.oneOf(Arbitraries.just(0L), Arbitraries.longs().greaterOrEqual(0));
        return Combinators.combine(
                        Arbitraries.integers().between(0, CellKey.LARGEST_CATEGORY),
                        Arbitraries.integers().between(0, CellKey.LAST_HOUR),
                        Arbitraries.of(true, false),
                        Arbitraries.integers().greaterOrEqual(0),
                        fen,
                        fen)
                .as(Cell::new)
                .list()
                .ofMaxSize(50);
    }

    private List<Cell> read(byte[] bytes, int length) {
        List<Cell> cells = new ArrayList<>();
        reader.reset(bytes, length);
        while (reader.next()) {
            cells.add(new Cell(
                    reader.category(),
                    reader.hour(),
                    reader.synthetic(),
                    reader.receipts(),
                    reader.sales(),
                    reader.refunds()));
        }
        return cells;
    }

    private record Cell(int category, int hour, boolean synthetic, int receipts, long sales, long refunds) {}
}
