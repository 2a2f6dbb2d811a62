package dev.pennant.jobs.revenue;

import dev.pennant.core.revenue.EnterpriseReport;
import dev.pennant.jobs.flink.ValueFormat;
import dev.pennant.jobs.kafka.RawRecord;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A report that can be taken, and the record it came in.
 *
 * @param record the record
 * @param report the report in it
 */
record ReceivedReport(RawRecord record, EnterpriseReport report) {
    /** A received report as bytes. */
    public static final class Format implements ValueFormat<ReceivedReport> {
        private static final long serialVersionUID = 1L;

        private final RawRecord.Format records = new RawRecord.Format();

        @Override
        public Class<ReceivedReport> type() {
            return ReceivedReport.class;
        }

        @Override
        public void write(ReceivedReport received, DataOutput out) throws IOException {
            records.write(received.record, out);
            RevenueBytes.writeReport(received.report, out);
        }

        @Override
        public ReceivedReport read(int version, DataInput in) throws IOException {
            return new ReceivedReport(records.read(version, in), RevenueBytes.readReport(in));
        }
    }
}
