package dev.pennant.jobs.standings;

import dev.pennant.core.indicator.IndicatorValue;
import dev.pennant.core.standings.Competition;
import dev.pennant.core.standings.Figure;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;

/** Tells every competition that scores an indicator of the value of a place that may take part in it. */
final class SpreadFigures implements FlatMapFunction<IndicatorValue, CompetitionNews> {
    private static final long serialVersionUID = 1L;

    private final HashMap<String, List<Scoring>> scorings = new HashMap<>();

    /** A competition, and which of its indicators is meant. */
    private record Scoring(Competition competition, int column) implements Serializable {
        private static final long serialVersionUID = 1L;
    }

    SpreadFigures(List<Competition> competitions) {
        for (Competition competition : competitions) {
            List<String> indicators = competition.figures();
            for (int column = 0; column < indicators.size(); column++) {
                scorings.computeIfAbsent(indicators.get(column), indicator -> new ArrayList<>())
                        .add(new Scoring(competition, column));
            }
        }
    }

    @Override
    public void flatMap(IndicatorValue value, Collector<CompetitionNews> out) {
        for (Scoring scoring : scorings.getOrDefault(value.indicator(), List.of())) {
            Competition competition = scoring.competition();
            if (competition.units().mayNeed(value.unit())) {
                competition
                        .cadence()
                        .periodOf(value.period())
                        .ifPresent(period -> out.collect(new CompetitionNews.OfFigure(
                                competition.id(),
                                period,
                                value.unit(),
                                scoring.column(),
                                Figure.of(value, competition.minimumCoverage()))));
            }
        }
    }
}
