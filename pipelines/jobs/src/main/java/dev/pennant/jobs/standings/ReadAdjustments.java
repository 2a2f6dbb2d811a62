package dev.pennant.jobs.standings;

import dev.pennant.core.filing.Verdict;
import dev.pennant.core.standings.Adjustment;
import dev.pennant.core.standings.AdjustmentForm;
import dev.pennant.core.standings.AdjustmentRules;
import dev.pennant.jobs.deadletters.ReadOrRefuse;
import dev.pennant.jobs.kafka.RawRecord;
import java.time.Clock;
import java.util.Optional;

/** Reads adjustments of standings. */
final class ReadAdjustments extends ReadOrRefuse<dev.pennant.schemas.event.Adjustment, CompetitionNews> {
    private static final long serialVersionUID = 1L;

    private final AdjustmentRules rules;

    ReadAdjustments(AdjustmentRules rules, Clock clock) {
        super(dev.pennant.schemas.event.Adjustment.class, StandingsPipeline.JOB, clock);
        this.rules = rules;
    }

    @Override
    protected Verdict<CompetitionNews> judge(RawRecord record, dev.pennant.schemas.event.Adjustment event) {
        AdjustmentForm form = new AdjustmentForm(
                event.getCompetition(),
                event.getPeriod(),
                event.getUnit(),
                event.getKind(),
                Optional.ofNullable(event.getPoints()),
                event.getReason(),
                event.getApprover(),
                event.getAdjustedAt(),
                event.getSynthetic());
        Verdict<Adjustment> verdict = rules.judge(form, record.receivedAt());
        if (verdict instanceof Verdict.Accepted<Adjustment> accepted) {
            return new Verdict.Accepted<>(
                    new CompetitionNews.OfAdjustment(new ReceivedAdjustment(record, accepted.value())));
        }
        return new Verdict.Rejected<>(((Verdict.Rejected<Adjustment>) verdict).rejections());
    }
}
