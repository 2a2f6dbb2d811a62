package dev.pennant.jobs.revenue;

import dev.pennant.core.filing.Verdict;
import dev.pennant.core.indicator.Money;
import dev.pennant.core.revenue.EnterpriseReport;
import dev.pennant.core.revenue.FilingRules;
import dev.pennant.core.revenue.ReportForm;
import dev.pennant.jobs.deadletters.ReadOrRefuse;
import dev.pennant.jobs.kafka.RawRecord;
import java.time.Clock;
import java.util.Optional;

/** Reads the enterprises' reports. */
final class ReadReports extends ReadOrRefuse<dev.pennant.schemas.event.EnterpriseReport, ReceivedReport> {
    private static final long serialVersionUID = 1L;

    private final FilingRules rules;

    ReadReports(FilingRules rules, Clock clock) {
        super(dev.pennant.schemas.event.EnterpriseReport.class, RevenuePipeline.JOB, clock);
        this.rules = rules;
    }

    @Override
    protected Verdict<ReceivedReport> judge(RawRecord record, dev.pennant.schemas.event.EnterpriseReport event) {
        Verdict<EnterpriseReport> verdict = rules.judge(form(event), record.receivedAt());
        if (verdict instanceof Verdict.Accepted<EnterpriseReport> accepted) {
            return new Verdict.Accepted<>(new ReceivedReport(record, accepted.value()));
        }
        return new Verdict.Rejected<>(((Verdict.Rejected<EnterpriseReport>) verdict).rejections());
    }

    private static ReportForm form(dev.pennant.schemas.event.EnterpriseReport event) {
        return new ReportForm(
                event.getEnterpriseId(),
                event.getPeriod(),
                new Money(event.getRevenue()),
                new Money(event.getRevenueLastYear()),
                Optional.ofNullable(event.getRetailSales()).map(Money::new),
                Optional.ofNullable(event.getRetailSalesLastYear()).map(Money::new),
                event.getRevision(),
                event.getReportedAt(),
                event.getSynthetic());
    }
}
