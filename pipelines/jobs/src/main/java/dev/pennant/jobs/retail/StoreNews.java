package dev.pennant.jobs.retail;

import dev.pennant.core.retail.CellReader;
import dev.pennant.jobs.flink.ValueFormat;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What a store's own books are told. The arrays are never changed. It is never in state: what is not told yet is told before a checkpoint.
 *
 * @param storeId the store
 * @param heldCount how many cells of sales have no registration in force at their day, as far as the sender knows
 * @param heldCells these cells, as a {@link dev.pennant.core.retail.CellWriter} wrote them
 * @param firstSales pairs of a unit (the index of its township in the catalogue) and a day of {@link dev.pennant.core.period.ReportingHour}: on that
 *     day, or earlier, the store first sold in that unit in the day's year. Told again after a restart.
 */
@SuppressWarnings("ArrayRecordComponent")
record StoreNews(String storeId, int heldCount, byte[] heldCells, int[] firstSales) {
    /** Begins to read the cells that are held. */
    CellReader held() {
        CellReader cells = new CellReader();
        cells.reset(heldCells, heldCells.length);
        return cells;
    }

    /** News of a store as bytes. */
    public static final class Format implements ValueFormat<StoreNews> {
        private static final long serialVersionUID = 1L;

        @Override
        public Class<StoreNews> type() {
            return StoreNews.class;
        }

        @Override
        public void write(StoreNews news, DataOutput out) throws IOException {
            out.writeUTF(news.storeId);
            out.writeInt(news.heldCount);
            out.writeInt(news.heldCells.length);
            out.write(news.heldCells);
            out.writeInt(news.firstSales.length);
            for (int number : news.firstSales) {
                out.writeInt(number);
            }
        }

        @Override
        public StoreNews read(int version, DataInput in) throws IOException {
            String storeId = in.readUTF();
            int heldCount = in.readInt();
            byte[] heldCells = new byte[in.readInt()];
            in.readFully(heldCells);
            int[] firstSales = new int[in.readInt()];
            for (int i = 0; i < firstSales.length; i++) {
                firstSales[i] = in.readInt();
            }
            return new StoreNews(storeId, heldCount, heldCells, firstSales);
        }
    }
}
