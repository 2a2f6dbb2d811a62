package dev.pennant.bench.retail;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** The middle of a few measurements, which one that was disturbed moves little. */
final class Medians {
    private Medians() {}

    /** The median of what a function says of each; of an even number, the mean of the two in the middle. */
    static <T> double of(List<T> measurements, ToDoubleFunction<T> figure) {
        double[] sorted = measurements.stream().mapToDouble(figure).sorted().toArray();
        if (sorted.length == 0) {
            throw new IllegalArgumentException("There is no median of nothing");
        }
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}
