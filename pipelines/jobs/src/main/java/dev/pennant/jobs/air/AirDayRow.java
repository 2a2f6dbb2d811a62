package dev.pennant.jobs.air;

import dev.pennant.core.air.AirIndex;
import dev.pennant.core.air.JudgedDay;
import dev.pennant.core.air.Pollutant;
import dev.pennant.core.indicator.Version;
import dev.pennant.core.packed.NumberReader;
import dev.pennant.core.packed.NumberWriter;
import dev.pennant.jobs.flink.ValueFormat;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A day of a station or of a unit as it stands, for the table of days. The arrays are never changed.
 *
 * @param station the station, or empty on a unit's row
 * @param unit code of the unit; empty where the station is not registered
 * @param day which day, as {@link dev.pennant.core.period.ReportingHour} counts them
 * @param concentrations of one hour after the other, each pollutant at its place, in ticks
 * @param hourlyIndices the individual indices, likewise
 * @param hourlyAqi the AQI of each hour
 * @param revisions which revision of each hour stands; none on a unit's row
 * @param means the day's concentrations, each pollutant at its place, in steps
 * @param indices the day's individual indices, likewise
 * @param aqi the day's AQI
 * @param reasons why values are missing; empty on a valid day
 * @param standard by which it was judged
 * @param marks of what kind it is
 * @param version orders this row among those of the same station or unit and day
 * @param updatedMillis when it was told, in milliseconds of UTC
 */
@SuppressWarnings("ArrayRecordComponent")
record AirDayRow(
        String station,
        String unit,
        int day,
        int[] concentrations,
        int[] hourlyIndices,
        int[] hourlyAqi,
        int[] revisions,
        int[] means,
        int[] indices,
        int aqi,
        String reasons,
        String standard,
        Marks marks,
        Version version,
        long updatedMillis) {
    /**
     * Of what kind a day is.
     *
     * @param stations how many stations were read on it; none where it is not known any more
     * @param dust whether it is one of sand and dust; of a station's row always false
     * @param synthetic whether any reading of it was made up
     */
    record Marks(int stations, boolean dust, boolean synthetic) {}

    /** A row of a judged day. */
    static AirDayRow of(
            String station, String unit, JudgedDay day, int[] revisions, Marks marks, Version version, long now) {
        AirIndex daily = day.daily();
        int[] indices = new int[Pollutant.COUNT];
        Pollutant.all().forEach(pollutant -> indices[pollutant.place()] = daily.of(pollutant));
        return new AirDayRow(
                station,
                unit,
                day.day(),
                day.concentrations(),
                day.hourlyIndices(),
                day.hourlyAqi(),
                revisions,
                day.dailyConcentrations(),
                indices,
                daily.aqi(),
                day.reasons(),
                day.standard().id(),
                marks,
                version,
                now);
    }

    /** A row as bytes. */
    public static final class Format implements ValueFormat<AirDayRow> {
        private static final long serialVersionUID = 1L;
        private static final int USUAL_LENGTH = 1024;

        @Override
        public Class<AirDayRow> type() {
            return AirDayRow.class;
        }

        @Override
        public void write(AirDayRow row, DataOutput out) throws IOException {
            out.writeUTF(row.station);
            out.writeUTF(row.unit);
            NumberWriter numbers = new NumberWriter(USUAL_LENGTH);
            numbers.put(row.day);
            write(row.concentrations, numbers);
            write(row.hourlyIndices, numbers);
            write(row.hourlyAqi, numbers);
            write(row.revisions, numbers);
            write(row.means, numbers);
            write(row.indices, numbers);
            numbers.putSigned(row.aqi).put(row.marks.stations);
            out.writeInt(numbers.length());
            out.write(numbers.bytes(), 0, numbers.length());
            out.writeUTF(row.reasons);
            out.writeUTF(row.standard);
            out.writeBoolean(row.marks.dust);
            out.writeBoolean(row.marks.synthetic);
            out.writeLong(row.version.packed());
            out.writeLong(row.updatedMillis);
        }

        @Override
        public AirDayRow read(int version, DataInput in) throws IOException {
            String station = in.readUTF();
            String unit = in.readUTF();
            byte[] bytes = new byte[in.readInt()];
            in.readFully(bytes);
            NumberReader numbers = new NumberReader(bytes);
            int day = numbers.nextInt();
            int[] concentrations = read(numbers);
            int[] hourlyIndices = read(numbers);
            int[] hourlyAqi = read(numbers);
            int[] revisions = read(numbers);
            int[] means = read(numbers);
            int[] indices = read(numbers);
            int aqi = (int) numbers.nextSigned();
            int stations = numbers.nextInt();
            return new AirDayRow(
                    station,
                    unit,
                    day,
                    concentrations,
                    hourlyIndices,
                    hourlyAqi,
                    revisions,
                    means,
                    indices,
                    aqi,
                    in.readUTF(),
                    in.readUTF(),
                    new Marks(stations, in.readBoolean(), in.readBoolean()),
                    Version.unpacked(in.readLong()),
                    in.readLong());
        }

        private static void write(int[] values, NumberWriter out) {
            out.put(values.length);
            for (int value : values) {
                out.putSigned(value);
            }
        }

        private static int[] read(NumberReader in) {
            int[] values = new int[in.nextInt()];
            for (int place = 0; place < values.length; place++) {
                values[place] = (int) in.nextSigned();
            }
            return values;
        }
    }
}
