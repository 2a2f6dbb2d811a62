package dev.pennant.core.standings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Tells the scores of a period unit by unit and line by line, with the ranks in each class. */
final class ScoreRows {
    private final Competition competition;
    private final Scores scores;
    private final PeriodFigures figures;
    private final int[] columns;

    ScoreRows(Competition competition, Scores scores, PeriodFigures figures) {
        this.competition = competition;
        this.scores = scores;
        this.figures = figures;
        List<String> ids = competition.figures();
        columns = competition.indicators().stream()
                .mapToInt(line -> ids.indexOf(line.indicator()))
                .toArray();
    }

    List<UnitScore> rows() {
        Map<String, int[]> groupRanks = groupRanks();
        List<UnitScore> rows = new ArrayList<>(scores.roster().size() * columns.length);
        for (int unit = 0; unit < scores.roster().size(); unit++) {
            CompetitionUnit who = scores.roster().unit(unit);
            int place =
                    who.members().size() == 1 ? figures.numberOf(who.members().get(0)) : -1;
            for (int line = 0; line < columns.length; line++) {
                int[] ranks = groupRanks.get(competition.indicators().get(line).group());
                rows.add(row(who, unit, line, place, ranks[unit]));
            }
        }
        return rows;
    }

    private UnitScore row(CompetitionUnit who, int unit, int line, int place, int groupRank) {
        boolean valid = scores.isValid(line, unit);
        Aspect aspect = competition.indicators().get(line).aspect();
        OptionalLong value =
                aspect == Aspect.LEVEL && valid ? OptionalLong.of(scores.figure(line, unit)) : OptionalLong.empty();
        OptionalLong growth =
                aspect == Aspect.GROWTH && valid ? OptionalLong.of(scores.figure(line, unit)) : OptionalLong.empty();
        if (place >= 0) {
            FigureColumn column = figures.column(columns[line]);
            int marks = column.marks(place);
            value = (marks & Figure.REPORTED) != 0 ? OptionalLong.of(column.value(place)) : OptionalLong.empty();
            growth = (marks & Figure.HAS_GROWTH) != 0 ? OptionalLong.of(column.growth(place)) : OptionalLong.empty();
        }
        return new UnitScore(
                who.code(),
                line,
                valid,
                valid ? scores.figure(line, unit) : 0,
                value,
                growth,
                scores.points(line, unit),
                scores.indicatorRank(line, unit),
                groupRank);
    }

    /** The ranks by the points of each class, among the units that are ranked. */
    private Map<String, int[]> groupRanks() {
        int units = scores.roster().size();
        Map<String, long[]> sums = new LinkedHashMap<>();
        for (int line = 0; line < columns.length; line++) {
            long[] sum = sums.computeIfAbsent(competition.indicators().get(line).group(), group -> new long[units]);
            for (int unit = 0; unit < units; unit++) {
                sum[unit] += scores.points(line, unit);
            }
        }
        Map<String, int[]> ranks = new LinkedHashMap<>();
        sums.forEach((group, sum) -> ranks.put(group, ranks(sum)));
        return ranks;
    }

    private int[] ranks(long[] sums) {
        long[] sorted = new long[scores.ranked()];
        int ranked = 0;
        for (int unit = 0; unit < sums.length; unit++) {
            if (scores.rank(unit) != Scores.NOT_RANKED) {
                sorted[ranked++] = sums[unit];
            }
        }
        Arrays.sort(sorted);
        int[] ranks = new int[sums.length];
        for (int unit = 0; unit < sums.length; unit++) {
            ranks[unit] = scores.rank(unit) == Scores.NOT_RANKED
                    ? Scores.NOT_RANKED
                    : ScoreColumn.rank(sorted, ranked, sums[unit]);
        }
        return ranks;
    }
}
