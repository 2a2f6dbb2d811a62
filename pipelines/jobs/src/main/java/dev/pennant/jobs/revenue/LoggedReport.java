package dev.pennant.jobs.revenue;

import dev.pennant.core.revenue.EnterpriseReport;
import dev.pennant.core.revenue.RevenueLedger.Filing;
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
record LoggedReport(Origin origin, Instant receivedAt, EnterpriseReport report, Filing filing) {
    /** A logged report as bytes. */
    public static final class Format implements ValueFormat<LoggedReport> {
        private static final long serialVersionUID = 1L;

        @Override
        public Class<LoggedReport> type() {
            return LoggedReport.class;
        }

        @Override
        public void write(LoggedReport logged, DataOutput out) throws IOException {
            Origin.write(logged.origin, out);
            RevenueBytes.writeInstant(logged.receivedAt, out);
            RevenueBytes.writeReport(logged.report, out);
            out.writeUTF(logged.filing.name());
        }

        @Override
        public LoggedReport read(int version, DataInput in) throws IOException {
            return new LoggedReport(
                    Origin.read(in),
                    RevenueBytes.readInstant(in),
                    RevenueBytes.readReport(in),
                    Filing.valueOf(in.readUTF()));
        }
    }
}
