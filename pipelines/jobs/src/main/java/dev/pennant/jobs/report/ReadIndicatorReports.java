package dev.pennant.jobs.report;

import dev.pennant.core.filing.Verdict;
import dev.pennant.core.report.IndicatorReport;
import dev.pennant.core.report.IndicatorReportForm;
import dev.pennant.core.report.ReportRules;
import dev.pennant.jobs.deadletters.ReadOrRefuse;
import dev.pennant.jobs.kafka.RawRecord;
import java.time.Clock;
import java.util.Optional;

/** Reads the reports of departments. */
final class ReadIndicatorReports
        extends ReadOrRefuse<dev.pennant.schemas.event.IndicatorReport, ReceivedIndicatorReport> {
    private static final long serialVersionUID = 1L;

    private final ReportRules rules;

    ReadIndicatorReports(ReportRules rules, Clock clock) {
        super(dev.pennant.schemas.event.IndicatorReport.class, ReportPipeline.JOB, clock);
        this.rules = rules;
    }

    @Override
    protected Verdict<ReceivedIndicatorReport> judge(
            RawRecord record, dev.pennant.schemas.event.IndicatorReport event) {
        Verdict<IndicatorReport> verdict = rules.judge(form(event), record.receivedAt());
        if (verdict instanceof Verdict.Accepted<IndicatorReport> accepted) {
            return new Verdict.Accepted<>(new ReceivedIndicatorReport(record, accepted.value()));
        }
        return new Verdict.Rejected<>(((Verdict.Rejected<IndicatorReport>) verdict).rejections());
    }

    private static IndicatorReportForm form(dev.pennant.schemas.event.IndicatorReport event) {
        return new IndicatorReportForm(
                event.getUnit(),
                event.getIndicator(),
                event.getPeriod(),
                Optional.ofNullable(event.getValue()),
                Optional.ofNullable(event.getBase()),
                Optional.ofNullable(event.getGrowth()),
                Optional.ofNullable(event.getNumerator()),
                Optional.ofNullable(event.getDenominator()),
                event.getRevision(),
                event.getReportedAt(),
                event.getSynthetic());
    }
}
