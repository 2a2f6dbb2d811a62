package dev.pennant.core.indicator;

import java.math.BigDecimal;

/** The change of a cumulative figure against its own base of the year before, as published, or nothing where that means nothing. */
public sealed interface Growth permits Growth.Percent, Growth.Points, Growth.NotMeaningful {
    /**
     * Relative growth.
     *
     * @param percent in percent, rounded as published: 15.7 is +15.7 %
     */
    record Percent(BigDecimal percent) implements Growth {}

    /**
     * Change of a share or a rate.
     *
     * @param points in percentage points (百分点), rounded as published
     */
    record Points(BigDecimal points) implements Growth {}

    /** No growth is published, because the base is zero or negative, or there is none; people read "–". */
    record NotMeaningful() implements Growth {}

    /** The one value of {@link NotMeaningful}. */
    Growth NOT_MEANINGFUL = new NotMeaningful();

    /**
     * Growth of an amount, in percent; nothing where the base is zero or negative.
     *
     * @param current this year's amount
     * @param base the same reporters' amount of the same months last year
     * @param rounding how the percentage is published
     */
    static Growth ofAmounts(Money current, Money base, Rounding rounding) {
        if (base.fen() <= 0) {
            return NOT_MEANINGFUL;
        }
        BigDecimal hundredfoldChange = BigDecimal.valueOf(current.fen())
                .subtract(BigDecimal.valueOf(base.fen()))
                .movePointRight(2);
        return new Percent(rounding.quotient(hundredfoldChange, BigDecimal.valueOf(base.fen())));
    }
}
