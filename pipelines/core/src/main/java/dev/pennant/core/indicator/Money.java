package dev.pennant.core.indicator;

import dev.pennant.core.Quotation;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * An amount of yuan, exact to the fen (分, a hundredth of a yuan). It may be negative, as the difference of two amounts is.
 *
 * @param fen the amount in fen
 */
public record Money(long fen) implements Comparable<Money>, Serializable {
    /** No money. */
    public static final Money ZERO = new Money(0);

    private static final Pattern YUAN = Pattern.compile("[+-]?\\d{1,17}(\\.\\d{1,2})?");
    private static final Pattern FINER = Pattern.compile("[+-]?\\d{1,17}\\.\\d{3,}");

    /**
     * Reads plain yuan with at most two decimals: {@code 1234.5}.
     *
     * @throws IllegalArgumentException when the text is anything else, thousands separators and exponents included, or the
     *     amount passes 9.2 × 10¹⁶ yuan
     */
    public static Money ofYuan(String text) {
        if (FINER.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    Quotation.of(text) + " has more than two decimals; an amount in yuan like 1234.56 has at most two");
        }
        if (!YUAN.matcher(text).matches()) {
            throw new IllegalArgumentException(Quotation.of(text) + " is not an amount in yuan like 1234.56");
        }
        try {
            return new Money(new BigDecimal(text).movePointRight(2).longValueExact());
        } catch (ArithmeticException tooLarge) {
            throw new IllegalArgumentException(
                    Quotation.of(text) + " yuan is more than can be counted in fen", tooLarge);
        }
    }

    /**
     * The sum.
     *
     * @throws ArithmeticException when it passes what 64 bits of fen hold, 9.2 × 10¹⁶ yuan
     */
    public Money plus(Money other) {
        return new Money(Math.addExact(fen, other.fen));
    }

    /**
     * The difference.
     *
     * @throws ArithmeticException when it passes what 64 bits of fen hold, 9.2 × 10¹⁶ yuan
     */
    public Money minus(Money other) {
        return new Money(Math.subtractExact(fen, other.fen));
    }

    /**
     * The amount with the opposite sign.
     *
     * @throws ArithmeticException for the one amount that has none, −2⁶³ fen
     */
    public Money negated() {
        return new Money(Math.negateExact(fen));
    }

    public boolean isNegative() {
        return fen < 0;
    }

    /** In yuan, two decimals. */
    public BigDecimal inYuan() {
        return BigDecimal.valueOf(fen, 2);
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(fen, other.fen);
    }

    @Override
    public String toString() {
        return inYuan().toPlainString() + " 元";
    }
}
