package dev.pennant.wall.board;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What is chosen of a variable.
 *
 * @param variable whose values these are
 * @param options what could be chosen
 * @param chosen what is: one, several where the variable allows that, or none where there is nothing to choose
 * @param all whether everything is chosen, and {@code chosen} therefore all options
 */
public record Choice(Variable variable, List<Option> options, List<Option> chosen, boolean all) {
    /** What people read where everything is chosen. */
    public static final String ALL_TEXT = "全部";

    /** The chosen values, as people read them. */
    public String text() {
        return all ? ALL_TEXT : chosen.stream().map(Option::text).collect(Collectors.joining(" + "));
    }

    /** Whether a query that makes a condition depend on the variable may leave it out: all are chosen, or none. */
    public boolean isNoCondition() {
        return all || chosen.stream().allMatch(option -> option.value().isEmpty());
    }
}
