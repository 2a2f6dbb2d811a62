package dev.pennant.jobs.alerts;

import dev.pennant.core.alerts.Figure;
import dev.pennant.core.alerts.Placing;
import dev.pennant.core.alerts.Subject;
import dev.pennant.core.filing.Verdict;
import dev.pennant.core.indicator.Coverage;
import dev.pennant.jobs.deadletters.ReadOrRefuse;
import dev.pennant.jobs.kafka.RawRecord;
import dev.pennant.schemas.event.Standing;
import dev.pennant.schemas.event.StandingRow;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Reads standings. A rank hangs on the figures of all, so that its coverage is that of the whole standing: how many of the units are ranked by
 * complete values.
 */
final class ReadStandings extends ReadOrRefuse<Standing, SubjectFigures> {
    private static final long serialVersionUID = 1L;

    ReadStandings(Clock clock) {
        super(Standing.class, AlertPipeline.JOB, clock);
    }

    @Override
    protected Verdict<SubjectFigures> judge(RawRecord record, Standing event) {
        int ranked = (int)
                event.getRows().stream().filter(row -> row.getRank() != null).count();
        int complete = (int) event.getRows().stream()
                .filter(row -> row.getRank() != null && !row.getProvisional())
                .count();
        Coverage coverage = new Coverage(complete, event.getRows().size());
        List<Figure> figures = event.getRows().stream()
                .map(row -> figure(row, event, ranked, coverage))
                .toList();
        return new Verdict.Accepted<>(new SubjectFigures(
                Subject.competition(event.getCompetition()).toString(),
                true,
                event.getPeriod(),
                event.getVersion(),
                event.getUpdatedAt(),
                figures));
    }

    private static Figure figure(StandingRow row, Standing event, int ranked, Coverage coverage) {
        return new Figure(
                row.getUnit(),
                row.getUnitName(),
                event.getPeriod(),
                event.getPeriodLabel(),
                Optional.ofNullable(row.getScore()),
                Optional.empty(),
                false,
                Optional.ofNullable(row.getRank())
                        .map(rank -> new Placing(rank, Optional.ofNullable(row.getPreviousRank()), ranked)),
                coverage,
                event.getSynthetic(),
                event.getVersion(),
                event.getUpdatedAt());
    }
}
