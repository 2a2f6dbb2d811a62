package dev.pennant.jobs.retail;

import dev.pennant.core.retail.CellReader;
import dev.pennant.core.retail.CellWriter;
import dev.pennant.core.retail.JoinedSales;
import dev.pennant.jobs.flink.ValueFormat;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What one reader counted for one unit since it last told, possibly nothing: then only the frontier went on. One holder is filled
 * again and again by who sends it, so it is read at once and never kept.
 */
final class UnitCells {
    /** The unit, as the index of its township in the catalogue. */
    int unit;

    /** The latest hour in which anything was sold anywhere, as far as the sender has read. */
    int frontierHour;

    /** Whether the sender has a backlog, so that more will follow soon. */
    boolean backlog;

    /** How many cells. */
    int count;

    /** The cells, as a {@link CellWriter} wrote them. */
    byte[] bytes;

    /** How many of the bytes they take. */
    int length;

    /** Held sales that join a unit. */
    static UnitCells of(JoinedSales joined) {
        UnitCells cells = new UnitCells();
        cells.unit = joined.unit();
        cells.frontierHour = joined.lastHour();
        cells.count = joined.count();
        cells.bytes = joined.cells();
        cells.length = joined.cells().length;
        return cells;
    }

    /** Makes it hold the cells of a writer, whose array it shares. */
    void hold(CellWriter cells) {
        count = cells.count();
        bytes = cells.bytes();
        length = cells.length();
    }

    /** Lets a reader read the cells. */
    void readBy(CellReader reader) {
        reader.reset(bytes, length);
    }

    /** Cells of a unit as bytes. */
    public static final class Format implements ValueFormat<UnitCells> {
        private static final long serialVersionUID = 1L;

        @Override
        public Class<UnitCells> type() {
            return UnitCells.class;
        }

        @Override
        public int version() {
            return 2;
        }

        @Override
        public boolean isImmutable() {
            return false;
        }

        @Override
        public void write(UnitCells cells, DataOutput out) throws IOException {
            out.writeInt(cells.unit);
            out.writeInt(cells.frontierHour);
            out.writeBoolean(cells.backlog);
            out.writeInt(cells.count);
            out.writeInt(cells.length);
            out.write(cells.bytes, 0, cells.length);
        }

        @Override
        public UnitCells read(int version, DataInput in) throws IOException {
            UnitCells cells = new UnitCells();
            cells.unit = in.readInt();
            cells.frontierHour = in.readInt();
            cells.backlog = version > 1 && in.readBoolean();
            cells.count = in.readInt();
            cells.length = in.readInt();
            cells.bytes = new byte[cells.length];
            in.readFully(cells.bytes);
            return cells;
        }
    }
}
