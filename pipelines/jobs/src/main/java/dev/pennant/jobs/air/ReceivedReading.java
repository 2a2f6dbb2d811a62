package dev.pennant.jobs.air;

import dev.pennant.core.air.AirReading;
import dev.pennant.core.air.Pollutant;
import dev.pennant.jobs.flink.ValueFormat;
import dev.pennant.jobs.kafka.RawRecord;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A reading that can be taken, and the record it came in.
 *
 * @param record the record
 * @param reading the reading in it
 * @param doubtful whether its PM2.5 is above its PM10 by more than instruments may differ
 */
record ReceivedReading(RawRecord record, AirReading reading, boolean doubtful) {
    static void write(AirReading reading, DataOutput out) throws IOException {
        out.writeUTF(reading.stationId());
        out.writeInt(reading.hour());
        for (int ticks : reading.ticks()) {
            out.writeInt(ticks);
        }
        out.writeInt(reading.revision());
        out.writeBoolean(reading.synthetic());
    }

    static AirReading read(DataInput in) throws IOException {
        String stationId = in.readUTF();
        int hour = in.readInt();
        int[] ticks = new int[Pollutant.COUNT];
        for (int place = 0; place < ticks.length; place++) {
            ticks[place] = in.readInt();
        }
        return new AirReading(stationId, hour, ticks, in.readInt(), in.readBoolean());
    }

    /** A received reading as bytes. */
    public static final class Format implements ValueFormat<ReceivedReading> {
        private static final long serialVersionUID = 1L;

        private final RawRecord.Format records = new RawRecord.Format();

        @Override
        public Class<ReceivedReading> type() {
            return ReceivedReading.class;
        }

        @Override
        public void write(ReceivedReading received, DataOutput out) throws IOException {
            records.write(received.record, out);
            ReceivedReading.write(received.reading, out);
            out.writeBoolean(received.doubtful);
        }

        @Override
        public ReceivedReading read(int version, DataInput in) throws IOException {
            return new ReceivedReading(records.read(version, in), ReceivedReading.read(in), in.readBoolean());
        }
    }
}
