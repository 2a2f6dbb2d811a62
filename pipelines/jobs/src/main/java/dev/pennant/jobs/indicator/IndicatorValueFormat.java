package dev.pennant.jobs.indicator;

import dev.pennant.core.indicator.Growth;
import dev.pennant.core.indicator.IndicatorValue;
import dev.pennant.core.indicator.Measure;
import dev.pennant.core.indicator.Version;
import dev.pennant.core.period.Period;
import dev.pennant.core.period.RunningPeriod;
import dev.pennant.core.period.SingleDay;
import dev.pennant.jobs.flink.ValueFormat;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;

/** An indicator's value as bytes, as it goes from one operator to the next, and as those who build on it keep it. */
public final class IndicatorValueFormat implements ValueFormat<IndicatorValue> {
    private static final long serialVersionUID = 1L;

    private static final int NO_DECIMAL = -1;
    private static final int NOTHING = 0;
    private static final int PERCENT = 1;
    private static final int POINTS = 2;

    private static final int MONTHS = 0;
    private static final int RUNNING = 1;
    private static final int SINGLE_DAY = 2;

    @Override
    public Class<IndicatorValue> type() {
        return IndicatorValue.class;
    }

    @Override
    public int version() {
        return 3;
    }

    @Override
    public void write(IndicatorValue value, DataOutput out) throws IOException {
        out.writeUTF(value.indicator());
        out.writeUTF(value.unit());
        writePeriod(value.period(), out);
        out.writeUTF(value.measure().symbol());
        writeDecimal(value.value(), out);
        writeDecimal(value.base(), out);
        writeGrowth(value.growth(), out);
        CoverageBytes.write(value.coverage(), out);
        out.writeBoolean(value.synthetic());
        out.writeLong(value.version().packed());
        out.writeLong(value.updatedAt().toEpochMilli());
    }

    @Override
    public IndicatorValue read(int format, DataInput in) throws IOException {
        return new IndicatorValue(
                in.readUTF(),
                in.readUTF(),
                format < 3 ? readFirstPeriod(in) : readPeriod(in),
                new Measure(in.readUTF()),
                readDecimal(in),
                readDecimal(in),
                readGrowth(in),
                format == 1 ? CoverageBytes.readFirst(in) : CoverageBytes.read(in),
                in.readBoolean(),
                Version.unpacked(in.readLong()),
                Instant.ofEpochMilli(in.readLong()));
    }

    private static void writePeriod(Period period, DataOutput out) throws IOException {
        out.writeUTF(period.toString());
        if (period instanceof RunningPeriod running) {
            out.writeByte(RUNNING);
            out.writeByte(running.hours());
        } else if (period instanceof SingleDay single) {
            out.writeByte(SINGLE_DAY);
            out.writeByte(single.hours());
        } else {
            out.writeByte(MONTHS);
        }
    }

    private static Period readPeriod(DataInput in) throws IOException {
        Period period = Period.parse(in.readUTF());
        int kind = in.readByte();
        if (kind == MONTHS) {
            return period;
        }
        if (period instanceof RunningPeriod running) {
            return switch (kind) {
                case RUNNING -> new RunningPeriod(running.day(), in.readByte());
                case SINGLE_DAY -> new SingleDay(running.day(), in.readByte());
                default -> throw new IOException("a period of kind " + kind + " is not known");
            };
        }
        throw new IOException("a period of kind " + kind + " has days, and " + period + " has none");
    }

    /** As it was written when there were no single days: the hours, and none of months. */
    private static Period readFirstPeriod(DataInput in) throws IOException {
        Period period = Period.parse(in.readUTF());
        int hours = in.readByte();
        return period instanceof RunningPeriod running ? new RunningPeriod(running.day(), hours) : period;
    }

    private static void writeGrowth(Growth growth, DataOutput out) throws IOException {
        if (growth instanceof Growth.Percent percent) {
            out.writeByte(PERCENT);
            writeDecimal(percent.percent(), out);
        } else if (growth instanceof Growth.Points points) {
            out.writeByte(POINTS);
            writeDecimal(points.points(), out);
        } else {
            out.writeByte(NOTHING);
        }
    }

    private static Growth readGrowth(DataInput in) throws IOException {
        int kind = in.readByte();
        return switch (kind) {
            case NOTHING -> Growth.NOT_MEANINGFUL;
            case PERCENT -> new Growth.Percent(readDecimal(in));
            case POINTS -> new Growth.Points(readDecimal(in));
            default -> throw new IOException("a growth of kind " + kind + " is not known");
        };
    }

    private static void writeDecimal(BigDecimal decimal, DataOutput out) throws IOException {
        if (decimal == null) {
            out.writeByte(NO_DECIMAL);
            return;
        }
        byte[] unscaled = decimal.unscaledValue().toByteArray();
        out.writeByte(decimal.scale());
        out.writeByte(unscaled.length);
        out.write(unscaled);
    }

    private static BigDecimal readDecimal(DataInput in) throws IOException {
        int scale = in.readByte();
        if (scale == NO_DECIMAL) {
            return null;
        }
        byte[] unscaled = new byte[in.readByte()];
        in.readFully(unscaled);
        return new BigDecimal(new BigInteger(unscaled), scale);
    }
}
