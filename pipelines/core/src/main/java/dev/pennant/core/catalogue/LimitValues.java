package dev.pennant.core.catalogue;

import dev.pennant.core.indicator.Money;
import java.time.Duration;
import java.util.regex.Pattern;

/** How the values of a file of limits are spelled; each throws IllegalArgumentException with what would be right. */
final class LimitValues {
    private static final Pattern WHOLE_NUMBER = Pattern.compile("\\d{1,6}");

    private LimitValues() {}

    static Money amount(String text) {
        Money amount = Money.ofYuan(text);
        if (amount.fen() <= 0) {
            throw new IllegalArgumentException("an amount above zero is expected");
        }
        return amount;
    }

    static Duration hours(String text) {
        return Duration.ofHours(wholeNumber(text));
    }

    static int wholeNumber(String text) {
        if (!WHOLE_NUMBER.matcher(text).matches()) {
            throw new IllegalArgumentException("a whole number of at most six digits is expected");
        }
        return Integer.parseInt(text);
    }
}
