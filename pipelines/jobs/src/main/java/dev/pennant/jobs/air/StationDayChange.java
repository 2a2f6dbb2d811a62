package dev.pennant.jobs.air;

import dev.pennant.jobs.flink.ValueFormat;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What a unit is told of a day of one of its stations: by what it has to replace what it was told before. Where both are nothing, it only has to
 * tell the day again.
 *
 * @param unit code of the unit
 * @param day which day, as {@link dev.pennant.core.period.ReportingHour} counts them
 * @param keptFrom the first calendar year of which hours can still change
 * @param before the station's hours that the unit has counted, or null where there were none
 * @param after its hours that the unit has to count, or null where it does not belong to it
 */
record StationDayChange(String unit, int day, int keptFrom, Packed before, Packed after) {
    /** A change of a station's day as bytes. */
    public static final class Format implements ValueFormat<StationDayChange> {
        private static final long serialVersionUID = 1L;

        @Override
        public Class<StationDayChange> type() {
            return StationDayChange.class;
        }

        @Override
        public void write(StationDayChange change, DataOutput out) throws IOException {
            out.writeUTF(change.unit);
            out.writeInt(change.day);
            out.writeInt(change.keptFrom);
            Packed.write(change.before, out);
            Packed.write(change.after, out);
        }

        @Override
        public StationDayChange read(int version, DataInput in) throws IOException {
            return new StationDayChange(in.readUTF(), in.readInt(), in.readInt(), Packed.read(in), Packed.read(in));
        }
    }
}
