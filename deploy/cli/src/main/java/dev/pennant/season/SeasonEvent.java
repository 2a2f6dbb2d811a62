package dev.pennant.season;

import dev.pennant.core.revenue.EnterpriseReport;
import dev.pennant.core.revenue.Registration;
import dev.pennant.core.revenue.RegistrationForm;
import dev.pennant.core.revenue.ReportForm;
import dev.pennant.core.revenue.YearOverYear;
import java.time.Instant;
import java.time.YearMonth;

/** Something an enterprise of the season hands in. */
public sealed interface SeasonEvent permits SeasonEvent.Registered, SeasonEvent.Filed {
    /** When it is handed in; the order of a season. */
    Instant at();

    /** The enterprise that hands it in. */
    String enterpriseId();

    /**
     * An entry of the roster, new or in place of the one with the same first month.
     *
     * @param at when it is handed in
     * @param registration the entry
     */
    record Registered(Instant at, Registration registration) implements SeasonEvent {
        @Override
        public String enterpriseId() {
            return registration.enterpriseId();
        }

        /** As it is sent. */
        RegistrationForm form() {
            return new RegistrationForm(
                    registration.enterpriseId(),
                    registration.name(),
                    registration.unit(),
                    registration.scope().id(),
                    registration.industry(),
                    registration.validFrom().toString(),
                    registration.validTo().map(YearMonth::toString).orElse(""),
                    registration.synthetic());
        }
    }

    /**
     * A report.
     *
     * @param at when it is handed in, which for one that is sent a second time is after it was filed
     * @param report the report
     */
    record Filed(Instant at, EnterpriseReport report) implements SeasonEvent {
        @Override
        public String enterpriseId() {
            return report.enterpriseId();
        }

        /** As it is sent. */
        ReportForm form() {
            return new ReportForm(
                    report.enterpriseId(),
                    report.period().toString(),
                    report.revenue().current(),
                    report.revenue().lastYear(),
                    report.retailSales().map(YearOverYear::current),
                    report.retailSales().map(YearOverYear::lastYear),
                    report.revision(),
                    report.reportedAt(),
                    report.synthetic());
        }
    }
}
