package dev.pennant.jobs.alerts;

import dev.pennant.core.alerts.Figure;
import dev.pennant.core.alerts.Subject;
import dev.pennant.core.filing.Verdict;
import dev.pennant.core.indicator.Coverage;
import dev.pennant.jobs.deadletters.ReadOrRefuse;
import dev.pennant.jobs.kafka.RawRecord;
import dev.pennant.schemas.event.IndicatorValue;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Reads the values of indicators as the figures that rules look at, which is less than {@code ReadIndicatorValues} keeps. A value behind which nobody
 * stands takes back what was there.
 */
final class ReadFigures extends ReadOrRefuse<IndicatorValue, SubjectFigures> {
    private static final long serialVersionUID = 1L;

    ReadFigures(Clock clock) {
        super(IndicatorValue.class, AlertPipeline.JOB, clock);
    }

    @Override
    protected Verdict<SubjectFigures> judge(RawRecord record, IndicatorValue event) {
        boolean stands = event.getReported() > 0;
        boolean complete = event.getStatus().equals(Coverage.Status.COMPLETE.id());
        Figure figure = new Figure(
                event.getUnit(),
                "",
                event.getPeriod(),
                event.getPeriodLabel(),
                stands ? Optional.of(event.getValue()) : Optional.empty(),
                Optional.ofNullable(event.getGrowth()).filter(growth -> stands),
                "points".equals(event.getGrowthKind()),
                Optional.empty(),
                Coverage.told(event.getReported(), event.getExpected(), complete),
                event.getSynthetic(),
                event.getVersion(),
                event.getUpdatedAt());
        return new Verdict.Accepted<>(new SubjectFigures(
                Subject.indicator(event.getIndicator()).toString(),
                false,
                event.getPeriod(),
                event.getVersion(),
                event.getUpdatedAt(),
                List.of(figure)));
    }
}
