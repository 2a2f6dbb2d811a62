package dev.pennant.jobs.air;

import dev.pennant.jobs.flink.ValueFormat;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What a unit is told of a dust day.
 *
 * @param unit code of the unit
 * @param day which day, as {@link dev.pennant.core.period.ReportingHour} counts them
 * @param level who marks it: 0 the unit itself, 1 the unit that it belongs to, and so on
 * @param isDust whether it is marked
 */
record DustNews(String unit, int day, int level, boolean isDust) {
    /** News of a dust day as bytes. */
    public static final class Format implements ValueFormat<DustNews> {
        private static final long serialVersionUID = 1L;

        @Override
        public Class<DustNews> type() {
            return DustNews.class;
        }

        @Override
        public void write(DustNews news, DataOutput out) throws IOException {
            out.writeUTF(news.unit);
            out.writeInt(news.day);
            out.writeByte(news.level);
            out.writeBoolean(news.isDust);
        }

        @Override
        public DustNews read(int version, DataInput in) throws IOException {
            return new DustNews(in.readUTF(), in.readInt(), in.readByte(), in.readBoolean());
        }
    }
}
