package dev.pennant.core.standings;

import dev.pennant.core.indicator.Rounding;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Finds the figures of every unit among those of the places: of one place as they are, of several that take part as one together. */
final class PlaceFigures {
    private static final long HUNDRED_PERCENT = Figure.scaled(BigDecimal.valueOf(100));
    private static final int NAMED = 3;

    private final List<ScoredIndicator> indicators;
    private final int[] figureOf;
    private final Roster roster;
    private final PeriodFigures figures;

    /** @param figureOf the column of figures of each line */
    PlaceFigures(List<ScoredIndicator> indicators, int[] figureOf, Roster roster, PeriodFigures figures) {
        this.indicators = indicators;
        this.figureOf = figureOf;
        this.roster = roster;
        this.figures = figures;
    }

    /** A part of a whole in percent, ten decimals; the whole is above zero. */
    static long percent(long part, long whole) {
        return Exact.quotient(part, HUNDRED_PERCENT, whole, RoundingMode.HALF_UP);
    }

    void fill(Scores scores) {
        for (int unit = 0; unit < roster.size(); unit++) {
            List<String> members = roster.unit(unit).members();
            if (members.size() == 1) {
                int place = figures.numberOf(members.get(0));
                for (int line = 0; line < figureOf.length && place >= 0; line++) {
                    fillOne(line, unit, place, scores);
                }
            } else {
                for (int line = 0; line < figureOf.length; line++) {
                    fillSeveral(line, unit, members, scores);
                }
            }
            if (lacks(unit, scores)) {
                scores.reasons[unit] = reason(unit, scores);
            }
        }
    }

    private void fillOne(int line, int unit, int place, Scores scores) {
        FigureColumn column = figures.column(figureOf[line]);
        int marks = column.marks(place);
        boolean growth = indicators.get(line).aspect() == Aspect.GROWTH;
        scores.valid[line][unit] = isValid(marks, growth);
        scores.figures[line][unit] = growth ? column.growth(place) : column.value(place);
        scores.provisional[unit] |= (marks & Figure.PROVISIONAL) != 0;
        scores.synthetic[unit] |= (marks & Figure.SYNTHETIC) != 0;
    }

    private void fillSeveral(int line, int unit, List<String> members, Scores scores) {
        FigureColumn column = figures.column(figureOf[line]);
        ScoredIndicator scored = indicators.get(line);
        boolean growth = scored.aspect() == Aspect.GROWTH;
        BigDecimal value = BigDecimal.ZERO;
        BigDecimal base = BigDecimal.ZERO;
        BigDecimal growths = BigDecimal.ZERO;
        for (String member : members) {
            int place = figures.numberOf(member);
            int marks = place < 0 ? 0 : column.marks(place);
            // The growth of a sum is that of the sums, so that the bases are needed and not the members' growths.
            int needed = growth && scored.additive() ? Figure.HAS_BASE : 0;
            if (!isValid(marks, growth && !scored.additive()) || (marks & needed) != needed) {
                return;
            }
            value = value.add(Figure.decimal(column.value(place)));
            base = base.add(Figure.decimal(column.base(place)));
            growths = growths.add(Figure.decimal(column.growth(place)));
            scores.provisional[unit] |= (marks & Figure.PROVISIONAL) != 0;
            scores.synthetic[unit] |= (marks & Figure.SYNTHETIC) != 0;
        }
        if (growth && scored.additive()) {
            if (base.signum() <= 0) {
                return;
            }
            Rounding rounding = scored.growthRounding();
            set(line, unit, rounding.quotient(value.subtract(base).movePointRight(2), base), scores);
        } else if (scored.additive()) {
            set(line, unit, value, scores);
        } else {
            BigDecimal sum = growth ? growths : value;
            set(line, unit, sum.divide(BigDecimal.valueOf(members.size()), sum.scale(), RoundingMode.HALF_UP), scores);
        }
    }

    private static void set(int line, int unit, BigDecimal figure, Scores scores) {
        scores.figures[line][unit] = Figure.scaled(figure);
        scores.valid[line][unit] = true;
    }

    private static boolean isValid(int marks, boolean growth) {
        int needed = growth ? Figure.REPORTED | Figure.HAS_GROWTH : Figure.REPORTED;
        return (marks & (needed | Figure.COVERED_TOO_LITTLE | Figure.TOO_LARGE)) == needed;
    }

    private boolean lacks(int unit, Scores scores) {
        for (int line = 0; line < figureOf.length; line++) {
            if (!scores.valid[line][unit] && indicators.get(line).required()) {
                return true;
            }
        }
        return false;
    }

    /** What is missing, as people read it: the first few by name, and how many in all. */
    private String reason(int unit, Scores scores) {
        List<String> missing = new ArrayList<>();
        for (int line = 0; line < figureOf.length; line++) {
            if (!scores.valid[line][unit] && indicators.get(line).required()) {
                missing.add(indicators.get(line).title());
            }
        }
        String named = String.join("、", missing.subList(0, Math.min(NAMED, missing.size())));
        return "无有效数据：" + named + (missing.size() > NAMED ? "等" + missing.size() + "项" : "");
    }
}
