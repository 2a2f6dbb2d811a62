package dev.pennant.core.standings;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Scores and ranks all units of a competition at once. Only those units are compared that have every figure that is required: one that has not is left out,
 * not ranked last, and bends nobody's points. A unit under a veto is compared, and not ranked.
 *
 * <p>An instance keeps its columns and belongs to one thread.
 */
public final class Scorer {
    private final Competition competition;
    private final List<ScoredIndicator> indicators;
    private final int[] figureOf;
    private final ScoreColumn[] columns;
    private int[] compared = {};

    /** Prepares the scoring of a competition. */
    public Scorer(Competition competition) {
        this.competition = competition;
        indicators = competition.indicators();
        List<String> figures = competition.figures();
        figureOf = indicators.stream()
                .mapToInt(line -> figures.indexOf(line.indicator()))
                .toArray();
        columns = indicators.stream()
                .map(line -> new ScoreColumn(
                        line.method(), line.weight(), competition.rounding().mode(), line.lessIsBetter()))
                .toArray(ScoreColumn[]::new);
    }

    /** What the figures and adjustments of a period come to. */
    public Scores score(Roster roster, PeriodFigures figures, AdjustmentLedger adjustments) {
        Scores scores = new Scores(roster, indicators.size());
        new PlaceFigures(indicators, figureOf, roster, figures).fill(scores);
        int units = 0;
        if (compared.length < roster.size()) {
            compared = new int[roster.size()];
        }
        for (int unit = 0; unit < roster.size(); unit++) {
            if (scores.reasons[unit] == null) {
                compared[units++] = unit;
            }
        }
        for (int line = 0; line < columns.length; line++) {
            scoreLine(line, units, scores);
        }
        adjust(units, adjustments, scores);
        rank(units, scores);
        return scores;
    }

    private void scoreLine(int line, int units, Scores scores) {
        ScoreColumn column = columns[line];
        boolean[] valid = scores.valid[line];
        long[] figures = scores.figures[line];
        boolean shares = indicators.get(line).aspect() == Aspect.SHARE;
        long total = 0;
        for (int i = 0; shares && i < units; i++) {
            total = valid[compared[i]] ? Math.addExact(total, figures[compared[i]]) : total;
        }
        column.begin(units);
        for (int i = 0; i < units; i++) {
            int unit = compared[i];
            if (shares && valid[unit]) {
                valid[unit] = total > 0;
                figures[unit] = total > 0 ? PlaceFigures.percent(figures[unit], total) : 0;
            }
            if (valid[unit]) {
                column.add(figures[unit]);
            }
        }
        column.end();
        int place = 0;
        for (int i = 0; i < units; i++) {
            int unit = compared[i];
            if (valid[unit]) {
                long points = column.points(place);
                scores.points[line][unit] = points;
                scores.indicatorRanks[line][unit] = column.rank(place);
                scores.scores[unit] += points;
                place++;
            }
        }
    }

    private void adjust(int units, AdjustmentLedger adjustments, Scores scores) {
        if (adjustments.isEmpty()) {
            return;
        }
        for (int i = 0; i < units; i++) {
            int unit = compared[i];
            String code = scores.roster.unit(unit).code();
            scores.adjusted[unit] = adjustments.points(code);
            scores.scores[unit] += scores.adjusted[unit];
            Optional<Adjustment> veto = adjustments.veto(code);
            if (veto.isPresent()) {
                scores.reasons[unit] = "一票否决：" + veto.get().reason();
            }
        }
    }

    private void rank(int units, Scores scores) {
        long[] sorted = new long[units];
        int ranked = 0;
        for (int i = 0; i < units; i++) {
            if (scores.reasons[compared[i]] == null) {
                sorted[ranked++] = scores.scores[compared[i]];
            }
        }
        Arrays.sort(sorted, 0, ranked);
        scores.ranked = ranked;
        for (int i = 0; i < units; i++) {
            int unit = compared[i];
            if (scores.reasons[unit] == null) {
                scores.ranks[unit] = ScoreColumn.rank(sorted, ranked, scores.scores[unit])
                        + (competition.tieBreak() != Competition.NONE
                                ? betterOfEquals(unit, units, sorted, ranked, scores)
                                : 0);
            }
        }
    }

    /** How many of the same score have a better figure in the indicator that decides. */
    private int betterOfEquals(int unit, int units, long[] sorted, int ranked, Scores scores) {
        int last = ranked - ScoreColumn.rank(sorted, ranked, scores.scores[unit]);
        if (last == 0 || sorted[last - 1] != sorted[last]) {
            return 0;
        }
        int[] deciding = scores.indicatorRanks[competition.tieBreak()];
        int better = 0;
        for (int i = 0; i < units; i++) {
            int other = compared[i];
            if (scores.reasons[other] == null
                    && scores.scores[other] == scores.scores[unit]
                    && deciding[other] != Scores.NOT_RANKED
                    && (deciding[unit] == Scores.NOT_RANKED || deciding[other] < deciding[unit])) {
                better++;
            }
        }
        return better;
    }
}
