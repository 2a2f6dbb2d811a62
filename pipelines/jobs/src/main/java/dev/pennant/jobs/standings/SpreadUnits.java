package dev.pennant.jobs.standings;

import dev.pennant.core.standings.Competition;
import dev.pennant.jobs.report.UnitEntry;
import java.util.List;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;

/** Tells every competition of units below the township of those that may take part in it; one whose kind changed has to be taken out again. */
final class SpreadUnits implements FlatMapFunction<UnitEntry, CompetitionNews> {
    private static final long serialVersionUID = 1L;

    private final List<Competition> competitions;

    SpreadUnits(List<Competition> competitions) {
        this.competitions = List.copyOf(competitions);
    }

    @Override
    public void flatMap(UnitEntry entry, Collector<CompetitionNews> out) {
        for (Competition competition : competitions) {
            if (competition.units().mayTakePart(entry.code())) {
                out.collect(new CompetitionNews.OfUnit(competition.id(), entry.code(), entry.registration()));
            }
        }
    }
}
