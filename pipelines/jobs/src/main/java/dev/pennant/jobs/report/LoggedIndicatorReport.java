package dev.pennant.jobs.report;

import dev.pennant.core.report.Filing;
import dev.pennant.core.report.IndicatorReport;
import dev.pennant.jobs.flink.ValueFormat;
import dev.pennant.jobs.kafka.Origin;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;

/**
 * A report and what became of it, for the log in which every report that was read can be found.
 *
 * @param origin where it stands
 * @param receivedAt when the broker took it
 * @param report the report
 * @param filing what became of it
 */
record LoggedIndicatorReport(Origin origin, Instant receivedAt, IndicatorReport report, Filing filing) {
    /** A logged report as bytes. */
    public static final class Format implements ValueFormat<LoggedIndicatorReport> {
        private static final long serialVersionUID = 1L;

        @Override
        public Class<LoggedIndicatorReport> type() {
            return LoggedIndicatorReport.class;
        }

        @Override
        public void write(LoggedIndicatorReport logged, DataOutput out) throws IOException {
            Origin.write(logged.origin, out);
            ReportBytes.writeInstant(logged.receivedAt, out);
            ReportBytes.writeReport(logged.report, out);
            out.writeUTF(logged.filing.name());
        }

        @Override
        public LoggedIndicatorReport read(int version, DataInput in) throws IOException {
            return new LoggedIndicatorReport(
                    Origin.read(in),
                    ReportBytes.readInstant(in),
                    ReportBytes.readReport(in),
                    Filing.valueOf(in.readUTF()));
        }
    }
}
