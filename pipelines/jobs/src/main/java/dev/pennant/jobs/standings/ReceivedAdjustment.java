package dev.pennant.jobs.standings;

import dev.pennant.core.standings.Adjustment;
import dev.pennant.jobs.flink.ValueFormat;
import dev.pennant.jobs.kafka.RawRecord;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * An adjustment with the record that it came in.
 *
 * @param record the record
 * @param adjustment what it says
 */
record ReceivedAdjustment(RawRecord record, Adjustment adjustment) {
    /** A received adjustment as bytes. */
    public static final class Format implements ValueFormat<ReceivedAdjustment> {
        private static final long serialVersionUID = 1L;

        private final RawRecord.Format records = new RawRecord.Format();

        @Override
        public Class<ReceivedAdjustment> type() {
            return ReceivedAdjustment.class;
        }

        @Override
        public void write(ReceivedAdjustment received, DataOutput out) throws IOException {
            records.write(received.record, out);
            StandingBytes.writeAdjustment(received.adjustment, out);
        }

        @Override
        public ReceivedAdjustment read(int version, DataInput in) throws IOException {
            return new ReceivedAdjustment(records.read(version, in), StandingBytes.readAdjustment(in));
        }
    }
}
