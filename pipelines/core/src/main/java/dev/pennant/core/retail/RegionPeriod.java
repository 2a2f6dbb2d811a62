package dev.pennant.core.retail;

import dev.pennant.core.indicator.Coverage;
import dev.pennant.core.period.Period;
import dev.pennant.core.period.RunningPeriod;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** One period of a county or prefecture: the latest that each of its townships has told of it. */
public final class RegionPeriod {
    private final Map<Integer, RunningSales> townships = new TreeMap<>();

    /** Takes what a township tells, in place of what it told before. */
    public void take(RunningSales told) {
        townships.put(told.unit(), told);
    }

    /** A copy that does not change with this one. */
    public RegionPeriod copy() {
        RegionPeriod copy = new RegionPeriod();
        copy.townships.putAll(townships);
        return copy;
    }

    /** What townships have told. */
    public Collection<RunningSales> townships() {
        return Collections.unmodifiableCollection(townships.values());
    }

    /** Both years' sales; there is a base as soon as one township has it. */
    public RunningSum sum() {
        return townships.values().stream().map(RunningSales::sum).reduce(RunningSum.NOTHING, RunningSum::plus);
    }

    /** The period, of a day under way through the hour that the first township has reached. */
    public Period period() {
        return townships.values().stream()
                .map(RunningSales::period)
                .reduce((one, other) -> hours(one) >= hours(other) ? one : other)
                .orElseThrow();
    }

    /** The last day covered. */
    public int lastDay() {
        return townships.values().stream().mapToInt(RunningSales::lastDay).max().orElseThrow();
    }

    /**
     * Stores that have sold, of those, and of all that are registered; over when it is so for every township that has sold or has a base: one that a
     * move has left without either is not told of again when the period is over.
     *
     * @param registered how many are registered in the region, those of townships without any sales too
     * @param again how many more the townships together count than there are, because stores have moved from one to another
     */
    public Coverage coverage(int registered, int again) {
        int counted = townships.values().stream()
                .mapToInt(sales -> sales.coverage().reported())
                .sum();
        boolean isEmpty = townships.values().stream().allMatch(RegionPeriod::saysNothing);
        boolean over = townships.values().stream()
                .filter(sales -> isEmpty || !saysNothing(sales))
                .allMatch(sales -> sales.coverage().over());
        int reported = Math.max(0, counted - again);
        return new Coverage(reported, Math.max(reported, registered), over);
    }

    /** Whether any township's sales have made-up ones among them. */
    public boolean synthetic() {
        return townships.values().stream().anyMatch(RunningSales::synthetic);
    }

    private static boolean saysNothing(RunningSales sales) {
        return sales.sum().equals(RunningSum.NOTHING);
    }

    private static int hours(Period period) {
        return period instanceof RunningPeriod days ? days.hours() : 0;
    }
}
