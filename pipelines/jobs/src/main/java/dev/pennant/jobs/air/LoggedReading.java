package dev.pennant.jobs.air;

import dev.pennant.core.air.AirReading;
import dev.pennant.jobs.flink.ValueFormat;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A reading and what became of it, for the log in which every reading that was read can be found.
 *
 * @param partition partition of its record
 * @param offset offset of its record
 * @param receivedMillis when the broker took it, in milliseconds of UTC
 * @param reading the reading
 * @param doubtful whether its PM2.5 is above its PM10 by more than instruments may differ
 * @param applied whether it stood for its hour when it came
 */
record LoggedReading(
        int partition, long offset, long receivedMillis, AirReading reading, boolean doubtful, boolean applied) {
    /** A logged reading as bytes. */
    public static final class Format implements ValueFormat<LoggedReading> {
        private static final long serialVersionUID = 1L;

        @Override
        public Class<LoggedReading> type() {
            return LoggedReading.class;
        }

        @Override
        public void write(LoggedReading logged, DataOutput out) throws IOException {
            out.writeInt(logged.partition);
            out.writeLong(logged.offset);
            out.writeLong(logged.receivedMillis);
            ReceivedReading.write(logged.reading, out);
            out.writeBoolean(logged.doubtful);
            out.writeBoolean(logged.applied);
        }

        @Override
        public LoggedReading read(int version, DataInput in) throws IOException {
            return new LoggedReading(
                    in.readInt(),
                    in.readLong(),
                    in.readLong(),
                    ReceivedReading.read(in),
                    in.readBoolean(),
                    in.readBoolean());
        }
    }
}
