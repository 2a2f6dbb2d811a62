package dev.pennant.bench.report;

import dev.pennant.text.TextTable;
import java.util.List;

/**
 * What ought to be reached, and what was.
 *
 * @param title what is measured
 * @param wanted the goal, with its direction
 * @param measured the figure, with its unit
 * @param met whether it was reached
 */
public record Goal(String title, String wanted, String measured, boolean met) {
    /** A goal that is met at its bound and above. */
    public static Goal atLeast(String title, double bound, double measured) {
        return new Goal(title, "≥ " + Figures.plain(bound), Figures.plain(measured), measured >= bound);
    }

    /** A goal that is met at its bound and below. */
    public static Goal atMost(String title, String unit, double bound, double measured) {
        return new Goal(title, "≤ " + Figures.plain(bound) + unit, Figures.plain(measured) + unit, measured <= bound);
    }

    /** The goals side by side with what was reached. */
    public static TextTable table(List<Goal> goals) {
        TextTable table = new TextTable(
                TextTable.Column.left("goal"),
                TextTable.Column.right("wanted"),
                TextTable.Column.right("measured"),
                TextTable.Column.left(""));
        goals.forEach(goal -> table.add(goal.title(), goal.wanted(), goal.measured(), goal.met() ? "met" : "missed"));
        return table;
    }
}
