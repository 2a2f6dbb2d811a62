package dev.pennant.jobs.standings;

import dev.pennant.core.indicator.Measure;
import dev.pennant.core.standings.Move;
import dev.pennant.core.standings.ScoredStanding;
import dev.pennant.core.standings.Scores;
import dev.pennant.core.standings.Standing;
import dev.pennant.core.standings.StandingRow;
import dev.pennant.jobs.kafka.EventSink;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/** Standings as events: the topic {@code standings} is compacted by competition and period; all periods of a competition are in one partition. */
public final class StandingEvents implements EventSink.Mapping<ScoredStanding, dev.pennant.schemas.event.Standing> {
    private static final long serialVersionUID = 1L;

    @Override
    public Class<dev.pennant.schemas.event.Standing> event() {
        return dev.pennant.schemas.event.Standing.class;
    }

    @Override
    public byte[] keyOf(ScoredStanding scored) {
        return (scored.standing().competition() + "|" + scored.standing().period()).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public byte[] ownerOf(ScoredStanding scored) {
        return scored.standing().competition().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public dev.pennant.schemas.event.Standing eventOf(ScoredStanding scored) {
        Standing standing = scored.standing();
        return dev.pennant.schemas.event.Standing.newBuilder()
                .setCompetition(standing.competition())
                .setTitle(standing.title())
                .setPeriod(standing.period().toString())
                .setPeriodLabel(standing.period().label())
                .setSynthetic(standing.synthetic())
                .setVersion(standing.version().packed())
                .setUpdatedAt(standing.updatedAt())
                .setRows(standing.rows().stream()
                        .map(row -> rowOf(row, standing.decimals()))
                        .toList())
                .build();
    }

    /** Points as a stored number. */
    static BigDecimal points(long units, int decimals) {
        return BigDecimal.valueOf(units, decimals).setScale(Measure.DECIMALS);
    }

    /** A rank as a stored number, or null where there is none. */
    static Integer rank(int rank) {
        return rank == Scores.NOT_RANKED ? null : rank;
    }

    private static dev.pennant.schemas.event.StandingRow rowOf(StandingRow row, int decimals) {
        return dev.pennant.schemas.event.StandingRow.newBuilder()
                .setUnit(row.unit().code())
                .setUnitName(row.unit().name())
                .setRank(rank(row.rank()))
                .setNotRanked(row.reason().orElse(null))
                .setPreviousRank(rank(row.previousRank()))
                .setScore(row.isRanked() ? points(row.score(), decimals) : null)
                .setGapToNext(row.gap().map(gap -> points(gap, decimals)).orElse(null))
                .setList(row.list())
                .setProvisional(row.provisional())
                .setCause(row.move().map(move -> move.cause().id()).orElse(""))
                .setCauseIndicator(row.move().flatMap(Move::indicator).orElse(null))
                .setMovedFrom(row.move().map(move -> rank(move.from())).orElse(null))
                .setMovedAt(row.move().map(Move::at).orElse(null))
                .build();
    }
}
