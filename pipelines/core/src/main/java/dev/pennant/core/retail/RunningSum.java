package dev.pennant.core.retail;

import dev.pennant.core.indicator.Growth;
import dev.pennant.core.indicator.Money;
import dev.pennant.core.indicator.Rounding;

/**
 * Sales from 1 January on, refunds taken off, and those of last year they are compared with.
 *
 * @param value this year's in fen
 * @param base last year's in fen; 0 where there are none
 * @param compared whether anything was sold in last year's range
 */
public record RunningSum(long value, long base, boolean compared) {
    /** Nothing, compared with nothing. */
    public static final RunningSum NOTHING = new RunningSum(0, 0, false);

    /** Both together; there is a base as soon as one has it. */
    public RunningSum plus(RunningSum other) {
        return new RunningSum(
                Math.addExact(value, other.value), Math.addExact(base, other.base), compared || other.compared);
    }

    /** Growth in percent, or nothing where there is no base, or one that is zero or negative. */
    public Growth growth(Rounding rounding) {
        return Growth.ofAmounts(new Money(value), new Money(base), rounding);
    }
}
