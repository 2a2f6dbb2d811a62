package dev.pennant.jobs.retail;

import dev.pennant.core.period.ReportingHour;
import dev.pennant.core.retail.CellReader;
import dev.pennant.core.retail.JoinedSales;
import dev.pennant.core.retail.StorePlacements.Placement;
import dev.pennant.jobs.flink.ValueFormat;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * What one reader counted for the days of one store in one unit since it last told, or the days of its sales that wait for a registration; a day may stand in it more than once. One holder is
 * filled again and again by who sends it, so it is read at once and never kept.
 */
final class StoreDayCells {
    /** The store. */
    String storeId;

    /** The unit, as the index of its township in the catalogue, or {@link Placement#NOWHERE} where these sales wait for one. */
    int unit;

    /** Whether made-up receipts are in it. */
    boolean synthetic;

    /** Whether the sender has a backlog, so that more will follow soon. */
    boolean backlog;

    /** How many days. */
    int count;

    /** The days, of {@link ReportingHour}. */
    int[] days = new int[4];

    /** Sums of the positive amounts in fen. */
    long[] sales = new long[4];

    /** Sums of the negative amounts in fen, without their sign. */
    long[] refunds = new long[4];

    /** How many receipts, refunds among them. */
    int[] receipts = new int[4];

    /** A holder that is filled later. */
    StoreDayCells() {}

    private StoreDayCells(String storeId, int unit, boolean synthetic) {
        this.storeId = storeId;
        this.unit = unit;
        this.synthetic = synthetic;
    }

    /** The days of held sales that join a unit, those that are made up apart from the others. */
    static List<StoreDayCells> of(String storeId, JoinedSales joined) {
        StoreDayCells real = new StoreDayCells(storeId, joined.unit(), false);
        StoreDayCells synthetic = new StoreDayCells(storeId, joined.unit(), true);
        CellReader cells = new CellReader();
        cells.reset(joined.cells(), joined.cells().length);
        while (cells.next()) {
            StoreDayCells days = cells.synthetic() ? synthetic : real;
            days.add(ReportingHour.day(cells.hour()), cells.sales(), cells.refunds(), cells.receipts());
        }
        return Stream.of(real, synthetic).filter(days -> days.count > 0).toList();
    }

    /** The days of sales that wait for a registration; how much was sold is not said. */
    static StoreDayCells held(StoreNews news) {
        StoreDayCells days = new StoreDayCells(news.storeId(), Placement.NOWHERE, false);
        CellReader cells = news.held();
        BitSet met = new BitSet();
        while (cells.next()) {
            met.set(ReportingHour.day(cells.hour()));
        }
        met.stream().forEach(day -> days.add(day, 0, 0, 0));
        return days;
    }

    /** Whether these sales wait for a registration, and count in no unit. */
    boolean areHeld() {
        return unit == Placement.NOWHERE;
    }

    /** Adds what was counted for a day. */
    void add(int day, long daySales, long dayRefunds, int dayReceipts) {
        if (count == days.length) {
            int more = 2 * count;
            days = Arrays.copyOf(days, more);
            sales = Arrays.copyOf(sales, more);
            refunds = Arrays.copyOf(refunds, more);
            receipts = Arrays.copyOf(receipts, more);
        }
        days[count] = day;
        sales[count] = daySales;
        refunds[count] = dayRefunds;
        receipts[count] = dayReceipts;
        count++;
    }

    /** Days of a store as bytes. */
    public static final class Format implements ValueFormat<StoreDayCells> {
        private static final long serialVersionUID = 1L;

        @Override
        public Class<StoreDayCells> type() {
            return StoreDayCells.class;
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
        public void write(StoreDayCells cells, DataOutput out) throws IOException {
            out.writeUTF(cells.storeId);
            out.writeInt(cells.unit);
            out.writeBoolean(cells.synthetic);
            out.writeBoolean(cells.backlog);
            out.writeInt(cells.count);
            for (int i = 0; i < cells.count; i++) {
                out.writeInt(cells.days[i]);
                out.writeLong(cells.sales[i]);
                out.writeLong(cells.refunds[i]);
                out.writeInt(cells.receipts[i]);
            }
        }

        @Override
        public StoreDayCells read(int version, DataInput in) throws IOException {
            StoreDayCells cells = new StoreDayCells();
            cells.storeId = in.readUTF();
            cells.unit = in.readInt();
            cells.synthetic = in.readBoolean();
            cells.backlog = version > 1 && in.readBoolean();
            int count = in.readInt();
            for (int i = 0; i < count; i++) {
                cells.add(in.readInt(), in.readLong(), in.readLong(), in.readInt());
            }
            return cells;
        }
    }
}
