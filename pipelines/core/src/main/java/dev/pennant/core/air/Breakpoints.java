package dev.pennant.core.air;

import java.io.Serializable;
import java.util.List;
import java.util.OptionalInt;

/** One column of the standard's table: from a concentration to its individual index (IAQI), exactly, on whole numbers. */
final class Breakpoints implements Serializable {
    private static final long serialVersionUID = 1L;

    private final int[] indices;
    private final int[] concentrations;

    /**
     * The points of the column.
     *
     * @param indices the index at each point
     * @param concentrations the concentration at each point, in steps; as many as indices or fewer, as some columns end before 500
     * @throws IllegalArgumentException when either does not begin with 0 and rise, or there are more concentrations than indices
     */
    Breakpoints(List<Integer> indices, List<Integer> concentrations) {
        this.indices = rising(indices);
        this.concentrations = rising(concentrations);
        if (concentrations.size() > indices.size()) {
            throw new IllegalArgumentException(
                    concentrations.size() + " concentrations stand against " + indices.size() + " indices");
        }
    }

    /**
     * The individual index, rounded up; above the end of the column it is the last one.
     *
     * @param steps the concentration, rounded, not negative
     */
    int index(int steps) {
        int last = concentrations.length - 1;
        if (steps >= concentrations[last]) {
            return indices[last];
        }
        int upper = 1;
        while (steps > concentrations[upper]) {
            upper++;
        }
        int lower = upper - 1;
        long rise = (long) indices[upper] - indices[lower];
        long width = (long) concentrations[upper] - concentrations[lower];
        long above = (long) steps - concentrations[lower];
        return indices[lower] + (int) ((rise * above + width - 1) / width);
    }

    /**
     * The largest concentration whose index is at most another, in steps; nothing where no concentration has a larger one.
     *
     * @param largestIndex not negative
     */
    OptionalInt end(int largestIndex) {
        int upper = 0;
        while (upper < concentrations.length && indices[upper] <= largestIndex) {
            upper++;
        }
        if (upper == concentrations.length) {
            return OptionalInt.empty();
        }
        int lower = upper - 1;
        long rise = (long) indices[upper] - indices[lower];
        long width = (long) concentrations[upper] - concentrations[lower];
        return OptionalInt.of(concentrations[lower] + (int) ((largestIndex - indices[lower]) * width / rise));
    }

    private static int[] rising(List<Integer> points) {
        int[] copy = points.stream().mapToInt(Integer::intValue).toArray();
        boolean rises = copy.length >= 2 && copy[0] == 0;
        for (int place = 1; place < copy.length; place++) {
            rises &= copy[place] > copy[place - 1];
        }
        if (!rises) {
            throw new IllegalArgumentException(points + " does not rise from 0");
        }
        return copy;
    }
}
