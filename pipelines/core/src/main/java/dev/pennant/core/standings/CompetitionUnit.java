package dev.pennant.core.standings;

import java.io.Serializable;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;

/**
 * Who takes part in a competition: a place of its own, or several places that take part as one, as a development zone does.
 *
 * @param code code: a place's own, or one that only the competition knows
 * @param name its name
 * @param county name of its county
 * @param members codes of the places whose figures are its own
 * @param from the first month in which it takes part; null from the beginning
 * @param to the last month in which it takes part; null while it does
 */
public record CompetitionUnit(
        String code, String name, String county, List<String> members, YearMonth from, YearMonth to)
        implements Serializable {
    public CompetitionUnit {
        members = List.copyOf(members);
    }

    /** A place that takes part for itself, always. */
    public static CompetitionUnit of(String code, String name, String county) {
        return new CompetitionUnit(code, name, county, List.of(code), null, null);
    }

    /** Whether it takes part in a month. */
    boolean takesPartIn(YearMonth month) {
        return (from == null || !month.isBefore(from)) && (to == null || !month.isAfter(to));
    }

    /** Whether there is a month in which both take part. */
    public boolean meets(CompetitionUnit other) {
        boolean over = to != null && other.from != null && to.isBefore(other.from);
        boolean before = other.to != null && from != null && other.to.isBefore(from);
        return !over && !before;
    }

    /** Itself in the months in which it takes part and none of the others does: once for each span of such months, in time; nothing where there is none. */
    public List<CompetitionUnit> without(List<CompetitionUnit> others) {
        List<CompetitionUnit> left = List.of(this);
        for (CompetitionUnit other : others) {
            left = left.stream().flatMap(span -> span.without(other)).toList();
        }
        return left;
    }

    private Stream<CompetitionUnit> without(CompetitionUnit other) {
        if (!meets(other)) {
            return Stream.of(this);
        }
        Stream.Builder<CompetitionUnit> left = Stream.builder();
        if (other.from != null && (from == null || from.isBefore(other.from))) {
            left.add(during(from, other.from.minusMonths(1)));
        }
        if (other.to != null && (to == null || to.isAfter(other.to))) {
            left.add(during(other.to.plusMonths(1), to));
        }
        return left.build();
    }

    private CompetitionUnit during(YearMonth first, YearMonth last) {
        return new CompetitionUnit(code, name, county, members, first, last);
    }
}
