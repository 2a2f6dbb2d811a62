package dev.pennant.jobs.report;

import dev.pennant.core.report.IndicatorReport;
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
record ReceivedIndicatorReport(RawRecord record, IndicatorReport report) {
    /** A received report as bytes. */
    public static final class Format implements ValueFormat<ReceivedIndicatorReport> {
        private static final long serialVersionUID = 1L;

        private final RawRecord.Format records = new RawRecord.Format();

        @Override
        public Class<ReceivedIndicatorReport> type() {
            return ReceivedIndicatorReport.class;
        }

        @Override
        public void write(ReceivedIndicatorReport received, DataOutput out) throws IOException {
            records.write(received.record, out);
            ReportBytes.writeReport(received.report, out);
        }

        @Override
        public ReceivedIndicatorReport read(int version, DataInput in) throws IOException {
            return new ReceivedIndicatorReport(records.read(version, in), ReportBytes.readReport(in));
        }
    }
}
