package dev.pennant.core.standings;

import dev.pennant.core.indicator.Coverage;
import dev.pennant.core.indicator.Growth;
import dev.pennant.core.indicator.IndicatorValue;
import dev.pennant.core.indicator.Measure;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * An indicator's value as standings need it: in whole ten-billionths of its measure.
 *
 * @param value the value
 * @param base the value of last year, where {@link #HAS_BASE}
 * @param growth growth as published, in percent or points, where {@link #HAS_GROWTH}
 * @param marks what is known of it
 * @param version packed version of the value
 */
public record Figure(long value, long base, long growth, int marks, long version) {
    /** Somebody has reported. */
    public static final int REPORTED = 1;

    /** There is a comparable value of last year. */
    public static final int HAS_BASE = 1 << 1;

    /** There is a growth that means something. */
    public static final int HAS_GROWTH = 1 << 2;

    /** More reports are expected. */
    public static final int PROVISIONAL = 1 << 3;

    /** Fewer have reported than the competition asks for. */
    public static final int COVERED_TOO_LITTLE = 1 << 4;

    /** Something in it is made up. */
    public static final int SYNTHETIC = 1 << 5;

    /** It is larger than can be compared exactly. */
    public static final int TOO_LARGE = 1 << 6;

    /** The difference of any two figures fits a long. */
    private static final BigDecimal LARGEST = BigDecimal.valueOf(Long.MAX_VALUE / 2);

    private static final int PERCENT = 100;

    /**
     * The value as a figure.
     *
     * @param minimumCoverage percent of those expected that have to have reported
     */
    public static Figure of(IndicatorValue value, int minimumCoverage) {
        Coverage coverage = value.coverage();
        int marks = coverage.reported() > 0 ? REPORTED : 0;
        marks |= coverage.status() == Coverage.Status.PROVISIONAL ? PROVISIONAL : 0;
        marks |= value.synthetic() ? SYNTHETIC : 0;
        marks |= (long) coverage.reported() * PERCENT < (long) coverage.expected() * minimumCoverage
                ? COVERED_TOO_LITTLE
                : 0;
        Optional<BigDecimal> growth = growthOf(value.growth());
        marks |= growth.isPresent() ? HAS_GROWTH : 0;
        marks |= value.base() != null ? HAS_BASE : 0;
        BigDecimal base = value.base() == null ? BigDecimal.ZERO : value.base();
        if (!fits(value.value()) || !fits(base) || !fits(growth.orElse(BigDecimal.ZERO))) {
            return new Figure(0, 0, 0, marks | TOO_LARGE, value.version().packed());
        }
        return new Figure(
                scaled(value.value()),
                scaled(base),
                scaled(growth.orElse(BigDecimal.ZERO)),
                marks,
                value.version().packed());
    }

    /** A number of ten-billionths as a decimal. */
    public static BigDecimal decimal(long scaled) {
        return BigDecimal.valueOf(scaled, Measure.DECIMALS);
    }

    /**
     * A decimal in whole ten-billionths.
     *
     * @throws ArithmeticException when it has more decimals, or is too large
     */
    public static long scaled(BigDecimal decimal) {
        return decimal.movePointRight(Measure.DECIMALS).longValueExact();
    }

    private static Optional<BigDecimal> growthOf(Growth growth) {
        if (growth instanceof Growth.Percent percent) {
            return Optional.of(percent.percent());
        }
        return growth instanceof Growth.Points points ? Optional.of(points.points()) : Optional.empty();
    }

    private static boolean fits(BigDecimal decimal) {
        return decimal.abs().movePointRight(Measure.DECIMALS).compareTo(LARGEST) <= 0;
    }
}
