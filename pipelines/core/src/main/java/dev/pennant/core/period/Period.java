package dev.pennant.core.period;

import dev.pennant.core.Quotation;
import java.io.Serializable;

/** What a figure covers: from January on whole months, or days; or a single day. */
public sealed interface Period extends Serializable permits CumulativePeriod, RunningPeriod, SingleDay {
    /** As Chinese statistics print it. */
    String label();

    /** The contract's spelling: {@code 2020-10} of months, {@code 2020-10-07} of days, also of a single one: which it is, its indicator says. */
    @Override
    String toString();

    /**
     * Reads the contract's spelling; a day is read as a whole one, and as one that the year runs through.
     *
     * @throws IllegalArgumentException when the text is neither a month nor a day
     */
    static Period parse(String text) {
        try {
            return text.length() > "2020-10".length() ? RunningPeriod.parse(text) : CumulativePeriod.parse(text);
        } catch (IllegalArgumentException neither) {
            throw new IllegalArgumentException(
                    Quotation.of(text) + " is neither a month like 2020-10 nor a day like 2020-10-07", neither);
        }
    }
}
