package dev.pennant.season;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Random draws that are the same on every machine and in every version of Java: SplitMix64 and strict arithmetic. Each subject draws
 * from a stream of its own, so that one more draw for one enterprise changes nothing for another.
 */
final class Draw {
    private static final long SEASON_SEED = 20_201_220L;
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    private static final double TO_UNIT = 0x1.0p-53;

    private long state;

    private Draw(long seed) {
        state = seed;
    }

    /** The stream of draws about a subject. */
    static Draw about(String... subject) {
        long hash = 0xCBF29CE484222325L;
        for (String part : subject) {
            for (int index = 0; index < part.length(); index++) {
                hash = (hash ^ part.charAt(index)) * 0x100000001B3L;
            }
            hash = (hash ^ '/') * 0x100000001B3L;
        }
        return new Draw(mixed(hash ^ SEASON_SEED));
    }

    /** Any 64 bits. */
    long bits() {
        state += GOLDEN_GAMMA;
        return mixed(state);
    }

    /** Evenly between 0, inclusive, and 1, exclusive. */
    double uniform() {
        return (bits() >>> 11) * TO_UNIT;
    }

    /** Evenly between two numbers. */
    double between(double least, double most) {
        return least + (most - least) * uniform();
    }

    /** A whole number, both ends included. */
    int between(int least, int most) {
        return least + (int) (uniform() * (most - least + 1));
    }

    /** True in the given share of draws. */
    boolean happens(double share) {
        return uniform() < share;
    }

    /** Normally distributed. */
    double normal(double mean, double deviation) {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - uniform()));
        return mean + deviation * radius * StrictMath.cos(2 * StrictMath.PI * uniform());
    }

    /** Log-normally distributed, as sizes of enterprises are. */
    double logNormal(double median, double deviation) {
        return median * StrictMath.exp(normal(0, deviation));
    }

    /** One of the choices, in proportion to its weight. */
    <T> T of(List<T> choices, ToDoubleFunction<T> weight) {
        double mark = uniform() * choices.stream().mapToDouble(weight).sum();
        for (T choice : choices) {
            mark -= weight.applyAsDouble(choice);
            if (mark < 0) {
                return choice;
            }
        }
        return choices.get(choices.size() - 1);
    }

    private static long mixed(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
