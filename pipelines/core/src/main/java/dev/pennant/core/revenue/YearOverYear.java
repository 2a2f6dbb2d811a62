package dev.pennant.core.revenue;

import dev.pennant.core.indicator.Money;

/**
 * An amount and its own base: the same reporters' amount of the same months last year, as they state it now.
 *
 * @param current this year's amount
 * @param lastYear last year's amount, comparable (可比口径)
 */
public record YearOverYear(Money current, Money lastYear) {
    /** Nothing this year and nothing last year. */
    public static final YearOverYear ZERO = new YearOverYear(Money.ZERO, Money.ZERO);

    /**
     * The sums of both years.
     *
     * @throws ArithmeticException when a sum passes what fen can count
     */
    public YearOverYear plus(YearOverYear other) {
        return new YearOverYear(current.plus(other.current), lastYear.plus(other.lastYear));
    }

    /** Both amounts with the opposite sign. */
    public YearOverYear negated() {
        return new YearOverYear(current.negated(), lastYear.negated());
    }
}
