package dev.pennant.core.standings;

import dev.pennant.core.indicator.Version;
import dev.pennant.core.period.Period;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the next snapshot of a standing out of the scores and of the snapshots before it. */
final class Ranking {
    private final Competition competition;
    private final Scores scores;
    private final Changes changes;
    private final Map<String, StandingRow> told;
    private final Map<String, StandingRow> previous;
    private final int[] sharing;

    /**
     * @param changes what has changed since the snapshot that was told last
     * @param told that snapshot, of the same period
     * @param previous the snapshot of the period before
     */
    Ranking(
            Competition competition,
            Scores scores,
            Changes changes,
            Optional<Standing> told,
            Optional<Standing> previous) {
        this.competition = competition;
        this.scores = scores;
        this.changes = changes;
        this.told = byUnit(told);
        this.previous = byUnit(previous);
        sharing = sharing();
    }

    Standing standing(Period period, Version version, Instant now) {
        int[] order = inOrder();
        List<StandingRow> rows = new ArrayList<>(order.length);
        boolean synthetic = false;
        long better = 0;
        int betterRank = Scores.NOT_RANKED;
        for (int place = 0; place < order.length; place++) {
            int unit = order[place];
            if (place > 0 && scores.rank(unit) != scores.rank(order[place - 1])) {
                better = scores.score(order[place - 1]);
                betterRank = scores.rank(order[place - 1]);
            }
            rows.add(row(unit, betterRank == Scores.NOT_RANKED ? Optional.empty() : Optional.of(better), now));
            synthetic |= scores.isSynthetic(unit);
        }
        return new Standing(
                competition.id(),
                competition.title(),
                period,
                competition.rounding().decimals(),
                synthetic,
                version,
                now,
                rows);
    }

    /** Ranked units by rank, then the others; within each in the order of the roster, which is that of the codes. */
    private int[] inOrder() {
        int units = scores.roster().size();
        int[] starts = new int[scores.ranked() + 2];
        int unranked = scores.ranked() + 1;
        int[] slots = new int[units];
        for (int unit = 0; unit < units; unit++) {
            slots[unit] = scores.rank(unit) == Scores.NOT_RANKED ? unranked : scores.rank(unit);
            starts[slots[unit]]++;
        }
        int next = 0;
        for (int slot = 0; slot < starts.length; slot++) {
            int count = starts[slot];
            starts[slot] = next;
            next += count;
        }
        int[] order = new int[units];
        for (int unit = 0; unit < units; unit++) {
            order[starts[slots[unit]]++] = unit;
        }
        return order;
    }

    private StandingRow row(int unit, Optional<Long> better, Instant now) {
        CompetitionUnit who = scores.roster().unit(unit);
        int rank = scores.rank(unit);
        boolean ranked = rank != Scores.NOT_RANKED;
        StandingRow before = previous.get(who.code());
        return new StandingRow(
                StandingRow.Participant.of(who),
                rank,
                scores.reason(unit),
                before == null ? Scores.NOT_RANKED : before.rank(),
                ranked ? scores.score(unit) : 0,
                ranked ? better.map(score -> score - scores.score(unit)) : Optional.empty(),
                scores.adjusted(unit),
                ranked ? competition.publication().listOf(rank, fromTheEnd(rank)) : "",
                scores.isProvisional(unit),
                move(who, rank, now));
    }

    private Optional<Move> move(CompetitionUnit unit, int rank, Instant now) {
        StandingRow before = told.get(unit.code());
        int rankBefore = before == null ? Scores.NOT_RANKED : before.rank();
        if (rank == rankBefore) {
            return before == null ? Optional.empty() : before.move();
        }
        Cause cause = changes.causeOf(unit);
        Optional<String> indicator =
                changes.figureOf(unit).map(column -> competition.figures().get(column));
        return Optional.of(new Move(cause, indicator, rankBefore, now));
    }

    /** How many share each rank. */
    private int[] sharing() {
        int[] sharing = new int[scores.ranked() + 1];
        for (int unit = 0; unit < scores.roster().size(); unit++) {
            sharing[scores.rank(unit)]++;
        }
        return sharing;
    }

    /** One more than how many are ranked behind the unit. */
    private int fromTheEnd(int rank) {
        return scores.ranked() - (rank + sharing[rank] - 1) + 1;
    }

    private static Map<String, StandingRow> byUnit(Optional<Standing> standing) {
        Map<String, StandingRow> rows = new HashMap<>();
        standing.ifPresent(
                known -> known.rows().forEach(row -> rows.put(row.unit().code(), row)));
        return rows;
    }
}
