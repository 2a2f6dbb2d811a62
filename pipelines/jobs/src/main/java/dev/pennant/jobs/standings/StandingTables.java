package dev.pennant.jobs.standings;

import dev.pennant.core.indicator.Measure;
import dev.pennant.core.standings.Adjustment;
import dev.pennant.core.standings.Competition;
import dev.pennant.core.standings.Figure;
import dev.pennant.core.standings.Move;
import dev.pennant.core.standings.ScoredIndicator;
import dev.pennant.core.standings.ScoredStanding;
import dev.pennant.core.standings.Standing;
import dev.pennant.core.standings.StandingRow;
import dev.pennant.core.standings.UnitScore;
import dev.pennant.jobs.clickhouse.TableMapping;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.OptionalLong;

/** The tables in which standings, their scores and their adjustments stand. All units of a standing are in one insert. */
final class StandingTables {
    static final TableMapping<ScoredStanding> STANDINGS = TableMapping.<StoodRow>into("pennant.standing_log")
            .column("competition", row -> row.standing.competition())
            .column("title", row -> row.standing.title())
            .column("period", row -> row.standing.period().toString())
            .column("period_label", row -> row.standing.period().label())
            .column("unit", row -> row.row.unit().code())
            .column("unit_name", row -> row.row.unit().name())
            .column("county", row -> row.row.unit().county())
            .column("rank", row -> StandingEvents.rank(row.row.rank()))
            .column("not_ranked", row -> row.row.reason().orElse(""))
            .column("previous_rank", row -> StandingEvents.rank(row.row.previousRank()))
            .column("score", row -> row.row.isRanked() ? row.points(row.row.score()) : null)
            .column("gap_to_next", row -> row.row.gap().map(row::points).orElse(null))
            .column("adjusted", row -> row.points(row.row.adjusted()))
            .column("list", row -> row.row.list())
            .column("provisional", row -> row.row.provisional())
            .column(
                    "cause",
                    row -> row.row.move().map(move -> move.cause().id()).orElse(""))
            .column(
                    "cause_indicator",
                    row -> row.row.move().flatMap(Move::indicator).orElse(""))
            .column("moved_from", row -> row.row
                    .move()
                    .map(move -> StandingEvents.rank(move.from()))
                    .orElse(null))
            .column("moved_at", row -> row.row.move().map(Move::at).orElse(null))
            .column("synthetic", row -> row.standing.synthetic())
            .unsigned("version", row -> row.standing.version().packed())
            .column("updated_at", row -> row.standing.updatedAt())
            .key("competition", "period", "unit")
            .version("version")
            .build()
            .eachOf(scored -> scored.standing().rows().stream()
                    .map(row -> new StoodRow(scored.standing(), row))
                    .toList());

    static final TableMapping<LoggedAdjustment> ADJUSTMENTS = TableMapping.<LoggedAdjustment>into(
                    "pennant.adjustment_log")
            .column("partition", row -> row.origin().partition())
            .column("offset", row -> row.origin().offset())
            .column("competition", row -> row.adjustment().competition())
            .column("period", row -> row.adjustment().period().toString())
            .column("unit", row -> row.adjustment().unit())
            .column("kind", row -> row.adjustment().kind().id())
            .column(
                    "points",
                    row -> row.adjustment().kind() == Adjustment.Kind.POINTS
                            ? row.adjustment().points().setScale(Measure.DECIMALS)
                            : null)
            .column("reason", row -> row.adjustment().reason())
            .column("approver", row -> row.adjustment().approver())
            .column("adjusted_at", row -> row.adjustment().adjustedAt())
            .column("synthetic", row -> row.adjustment().synthetic())
            .column("outcome", row -> row.filing().id())
            .column("received_at", LoggedAdjustment::receivedAt)
            .key("partition", "offset")
            .build();

    private StandingTables() {}

    /** Scores, line by line, with what the catalogue says of the lines. */
    static TableMapping<ScoredStanding> scores(List<Competition> competitions) {
        HashMap<String, List<ScoredIndicator>> lines = new HashMap<>();
        competitions.forEach(competition -> lines.put(competition.id(), competition.indicators()));
        return TableMapping.<ScoredRow>into("pennant.standing_score_latest")
                .column("competition", row -> row.standing.competition())
                .column("period", row -> row.standing.period().toString())
                .column("unit", row -> row.score.unit())
                .column("line", row -> row.score.line())
                .column("indicator", row -> row.line.indicator())
                .column("aspect", row -> row.line.aspect().id())
                .column("title", row -> row.line.title())
                .column("class", row -> row.line.group())
                .column("class_rank", row -> StandingEvents.rank(row.score.groupRank()))
                .column("value", row -> decimal(row.score.value()))
                .column("growth", row -> decimal(row.score.growth()))
                .column("figure", row -> row.score.valid() ? Figure.decimal(row.score.figure()) : null)
                .column("points", row -> row.points(row.score.points()))
                .column("max_points", row -> row.points(row.line.weight()))
                .column("indicator_rank", row -> StandingEvents.rank(row.score.rank()))
                .unsigned("version", row -> row.standing.version().packed())
                .column("updated_at", row -> row.standing.updatedAt())
                .key("competition", "period", "unit", "indicator", "aspect")
                .version("version")
                .build()
                .eachOf(scored -> scored.scores().stream()
                        .map(score -> new ScoredRow(
                                scored.standing(),
                                score,
                                lines.get(scored.standing().competition()).get(score.line())))
                        .toList());
    }

    private static BigDecimal decimal(OptionalLong figure) {
        return figure.isPresent() ? Figure.decimal(figure.getAsLong()) : null;
    }

    private record StoodRow(Standing standing, StandingRow row) {
        private BigDecimal points(long units) {
            return StandingEvents.points(units, standing.decimals());
        }
    }

    private record ScoredRow(Standing standing, UnitScore score, ScoredIndicator line) {
        private BigDecimal points(long units) {
            return StandingEvents.points(units, standing.decimals());
        }
    }
}
