package dev.pennant.core.alerts;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What a rule finds in the figures that stand.
 *
 * @param outcome whether its condition is met
 * @param value what it looked at
 * @param threshold what that was compared with
 * @param compared the figures besides the one judged
 */
record Finding(Outcome outcome, Optional<BigDecimal> value, Optional<BigDecimal> threshold, List<Figure> compared) {
    /** Whether a condition is met. */
    enum Outcome {
        /** There is nothing to judge by. */
        UNKNOWN,
        /** It is met. */
        MET,
        /** It is not met, but would have to get better to clear an alert of the period before. */
        BETWEEN,
        /** It is not met. */
        CLEAR
    }

    static final Finding NOTHING = new Finding(Outcome.UNKNOWN, Optional.empty(), Optional.empty(), List.of());

    /** A finding that compares one number with another. */
    static Finding of(Outcome outcome, BigDecimal value, BigDecimal threshold, Figure... compared) {
        return new Finding(outcome, Optional.of(value), Optional.of(threshold), List.of(compared));
    }
}
