package dev.pennant.core.revenue;

import java.time.YearMonth;

/** A message of the registry or of the reports, as the pipeline takes it. */
sealed interface Event {
    String enterprise();

    /** A registration. */
    record Registered(Registration registration) implements Event {
        @Override
        public String enterprise() {
            return registration.enterpriseId();
        }
    }

    /** A registration taken back. */
    record Withdrawn(String enterprise, YearMonth validFrom) implements Event {}

    /** A report, or a correction of one. */
    record Filed(EnterpriseReport report) implements Event {
        @Override
        public String enterprise() {
            return report.enterpriseId();
        }
    }
}
