package dev.pennant.core.indicator;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Map;

/**
 * What an indicator's values are counted in, spelled as people read it: 亿元, %, 家.
 *
 * @param symbol the spelling, also the column {@code measure} of the views
 */
public record Measure(String symbol) implements Serializable {
    /** The decimals of every stored value: one fen is 10⁻¹⁰ 亿元, so money of any measure is exact. */
    public static final int DECIMALS = 10;

    private static final Map<String, Integer> FEN_AS_POWER_OF_TEN = Map.of("亿元", 10, "万元", 6, "元", 2);

    /** @throws IllegalArgumentException when the symbol is blank */
    public Measure {
        if (symbol.isBlank()) {
            throw new IllegalArgumentException("a measure needs a symbol, such as 亿元");
        }
    }

    /** Whether amounts of money can be given in this measure: 亿元, 万元, 元. */
    public boolean isMoney() {
        return FEN_AS_POWER_OF_TEN.containsKey(symbol);
    }

    /**
     * The amount in this measure, unrounded, with {@link #DECIMALS} decimals.
     *
     * @throws IllegalStateException when this is no measure of money
     */
    public BigDecimal of(Money money) {
        return BigDecimal.valueOf(money.fen(), powerOfTenFen()).setScale(DECIMALS);
    }

    /**
     * The power of ten that makes one of this measure out of a fen: 10 for 亿元.
     *
     * @throws IllegalStateException when this is no measure of money
     */
    public int powerOfTenFen() {
        Integer power = FEN_AS_POWER_OF_TEN.get(symbol);
        if (power == null) {
            throw new IllegalStateException(symbol + " does not measure money");
        }
        return power;
    }

    @Override
    public String toString() {
        return symbol;
    }
}
