package dev.pennant.core.air;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;

/** A quotient in lowest terms, for the oracle, which must not calculate as we do. */
record Exact(BigInteger over, BigInteger under) implements Comparable<Exact> {
    Exact {
        BigInteger common = over.gcd(under);
        over = over.divide(common);
        under = under.divide(common);
    }

    static Exact of(long over, long under) {
        return new Exact(BigInteger.valueOf(over), BigInteger.valueOf(under));
    }

    Exact plus(Exact other) {
        return new Exact(over.multiply(other.under).add(other.over.multiply(under)), under.multiply(other.under));
    }

    Exact times(Exact other) {
        return new Exact(over.multiply(other.over), under.multiply(other.under));
    }

    BigDecimal rounded(int decimals) {
        return new BigDecimal(over).divide(new BigDecimal(under), decimals, RoundingMode.HALF_EVEN);
    }

    static Exact mean(List<Exact> values) {
        return values.stream().reduce(of(0, 1), Exact::plus).times(of(1, values.size()));
    }

    @Override
    public int compareTo(Exact other) {
        return over.multiply(other.under).compareTo(other.over.multiply(under));
    }
}
