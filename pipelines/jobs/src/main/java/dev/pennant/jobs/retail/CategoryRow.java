package dev.pennant.jobs.retail;

import dev.pennant.core.indicator.Version;
import dev.pennant.core.period.RunningPeriod;
import dev.pennant.core.retail.CategorySales;
import dev.pennant.jobs.flink.ValueFormat;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;

/**
 * Running sales of a category, as they go into the table.
 *
 * @param sales the sales
 * @param updatedAt when they were emitted
 */
record CategoryRow(CategorySales sales, Instant updatedAt) {
    /** Running sales of a category as bytes. */
    public static final class Format implements ValueFormat<CategoryRow> {
        private static final long serialVersionUID = 1L;

        @Override
        public Class<CategoryRow> type() {
            return CategoryRow.class;
        }

        @Override
        public void write(CategoryRow row, DataOutput out) throws IOException {
            CategorySales sales = row.sales;
            out.writeInt(sales.unit());
            out.writeByte(sales.category());
            RunningSalesFormat.writePeriod(sales.period(), out);
            out.writeLong(sales.lastDay());
            RunningSalesFormat.writeSum(sales.sum(), out);
            out.writeBoolean(sales.synthetic());
            out.writeLong(sales.version().packed());
            out.writeLong(row.updatedAt.toEpochMilli());
        }

        @Override
        public CategoryRow read(int version, DataInput in) throws IOException {
            CategorySales sales = new CategorySales(
                    in.readInt(),
                    in.readUnsignedByte(),
                    (RunningPeriod) RunningSalesFormat.readPeriod(in),
                    in.readLong(),
                    RunningSalesFormat.readSum(in),
                    in.readBoolean(),
                    Version.unpacked(in.readLong()));
            return new CategoryRow(sales, Instant.ofEpochMilli(in.readLong()));
        }
    }
}
