package dev.pennant.jobs.retail;

import dev.pennant.core.indicator.Coverage;
import dev.pennant.core.indicator.Version;
import dev.pennant.core.period.CumulativePeriod;
import dev.pennant.core.period.Period;
import dev.pennant.core.period.RunningPeriod;
import dev.pennant.core.retail.RunningSales;
import dev.pennant.core.retail.RunningSum;
import dev.pennant.jobs.flink.ValueFormat;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.LocalDate;

/** Running sales as bytes. */
public final class RunningSalesFormat implements ValueFormat<RunningSales> {
    private static final long serialVersionUID = 1L;

    /** In the place of a day's hours. */
    private static final int MONTHS = 0;

    @Override
    public Class<RunningSales> type() {
        return RunningSales.class;
    }

    @Override
    public void write(RunningSales sales, DataOutput out) throws IOException {
        out.writeInt(sales.unit());
        writePeriod(sales.period(), out);
        out.writeInt(sales.lastDay());
        writeSum(sales.sum(), out);
        out.writeInt(sales.coverage().reported());
        out.writeInt(sales.coverage().expected());
        out.writeBoolean(sales.coverage().over());
        out.writeBoolean(sales.synthetic());
        out.writeLong(sales.version().packed());
    }

    @Override
    public RunningSales read(int version, DataInput in) throws IOException {
        return new RunningSales(
                in.readInt(),
                readPeriod(in),
                in.readInt(),
                readSum(in),
                new Coverage(in.readInt(), in.readInt(), in.readBoolean()),
                in.readBoolean(),
                Version.unpacked(in.readLong()));
    }

    static void writeSum(RunningSum sum, DataOutput out) throws IOException {
        out.writeLong(sum.value());
        out.writeLong(sum.base());
        out.writeBoolean(sum.compared());
    }

    static RunningSum readSum(DataInput in) throws IOException {
        return new RunningSum(in.readLong(), in.readLong(), in.readBoolean());
    }

    static void writePeriod(Period period, DataOutput out) throws IOException {
        if (period instanceof RunningPeriod days) {
            out.writeByte(days.hours());
            out.writeInt((int) days.day().toEpochDay());
        } else {
            CumulativePeriod months = (CumulativePeriod) period;
            out.writeByte(MONTHS);
            out.writeInt(months.year());
            out.writeByte(months.month());
        }
    }

    static Period readPeriod(DataInput in) throws IOException {
        int hours = in.readByte();
        return hours == MONTHS
                ? new CumulativePeriod(in.readInt(), in.readByte())
                : new RunningPeriod(LocalDate.ofEpochDay(in.readInt()), hours);
    }
}
