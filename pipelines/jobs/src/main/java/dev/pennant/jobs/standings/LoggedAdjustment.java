package dev.pennant.jobs.standings;

import dev.pennant.core.report.Filing;
import dev.pennant.core.standings.Adjustment;
import dev.pennant.jobs.flink.ValueFormat;
import dev.pennant.jobs.kafka.Origin;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;

/**
 * An adjustment and what became of it, for the log in which every one that was read can be found.
 *
 * @param origin where it stands
 * @param receivedAt when the broker took it
 * @param adjustment the adjustment
 * @param filing what became of it
 */
record LoggedAdjustment(Origin origin, Instant receivedAt, Adjustment adjustment, Filing filing) {
    /** A logged adjustment as bytes. */
    public static final class Format implements ValueFormat<LoggedAdjustment> {
        private static final long serialVersionUID = 1L;

        @Override
        public Class<LoggedAdjustment> type() {
            return LoggedAdjustment.class;
        }

        @Override
        public void write(LoggedAdjustment logged, DataOutput out) throws IOException {
            Origin.write(logged.origin, out);
            out.writeLong(logged.receivedAt.toEpochMilli());
            StandingBytes.writeAdjustment(logged.adjustment, out);
            out.writeUTF(logged.filing.name());
        }

        @Override
        public LoggedAdjustment read(int version, DataInput in) throws IOException {
            return new LoggedAdjustment(
                    Origin.read(in),
                    Instant.ofEpochMilli(in.readLong()),
                    StandingBytes.readAdjustment(in),
                    Filing.valueOf(in.readUTF()));
        }
    }
}
