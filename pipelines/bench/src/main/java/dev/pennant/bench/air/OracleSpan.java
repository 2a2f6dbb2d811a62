package dev.pennant.bench.air;

import dev.pennant.core.air.AirIndicator;
import dev.pennant.core.air.AirLevel;
import dev.pennant.core.air.AirStandard;
import dev.pennant.core.air.AirStandards;
import dev.pennant.core.air.AnnualLimits;
import dev.pennant.core.air.Pollutant;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Some days as the oracle adds them up. */
final class OracleSpan {
    private static final int HUNDRED = 100;
    private static final int GOOD = 2;

    private final AirStandards standards;
    private final BigInteger parts;
    private final int[] validDays = new int[Pollutant.COUNT];
    private final List<BigInteger> sums = new ArrayList<>();
    private final List<List<BigInteger>> sorted = new ArrayList<>();
    private final int[] ownLevels = new int[AirLevel.COUNT];
    private final Map<AirStandard, int[]> levels = new HashMap<>();

    OracleSpan(AirStandards standards, BigInteger parts) {
        this.standards = standards;
        this.parts = parts;
        for (int place = 0; place < Pollutant.COUNT; place++) {
            sums.add(BigInteger.ZERO);
            sorted.add(new ArrayList<>());
        }
        standards.standards().forEach(standard -> levels.put(standard, new int[AirLevel.COUNT]));
    }

    void add(int day, OracleDay values) {
        standards.on(day).day(values.steps()).level().ifPresent(level -> ownLevels[level.number() - 1]++);
        levels.forEach((standard, counts) ->
                standard.day(values.steps()).level().ifPresent(level -> counts[level.number() - 1]++));
        for (Pollutant pollutant : Pollutant.all()) {
            int place = pollutant.place();
            BigInteger value = values.values().get(place);
            if (value != null) {
                validDays[place]++;
                if (!(values.dust() && pollutant.isParticulate())) {
                    sums.set(place, sums.get(place).add(value));
                    int at = Collections.binarySearch(sorted.get(place), value);
                    sorted.get(place).add(at < 0 ? -1 - at : at, value);
                }
            }
        }
    }

    /** As {@link SpanFigures} has them, in comparison with the base and by the standards of the last day. */
    int[] figures(OracleSpan base, int last) {
        AnnualLimits limits = standards.limitsOn(last);
        int[] figures = new int[SpanFigures.LENGTH];
        System.arraycopy(ownLevels, 0, figures, 0, ownLevels.length);
        int at = ownLevels.length;
        for (Pollutant pollutant : Pollutant.all()) {
            boolean none = sorted.get(pollutant.place()).isEmpty();
            figures[at++] = none ? 0 : validDays[pollutant.place()];
            figures[at++] = none ? SpanFigures.MISSING : rounded(mean(pollutant), 0);
            figures[at++] = none ? SpanFigures.MISSING : rounded(percentile(pollutant), 0);
        }
        for (AirIndicator indicator : AirIndicator.all()) {
            int now = published(indicator, ownLevels, limits);
            int before = base.published(indicator, base.levels.get(standards.on(last)), limits);
            figures[at++] = now;
            figures[at++] = before;
            figures[at++] = growth(indicator, now, before);
        }
        return figures;
    }

    private static int growth(AirIndicator indicator, int now, int before) {
        if (now == SpanFigures.MISSING || before == SpanFigures.MISSING) {
            return SpanFigures.NO_GROWTH;
        }
        if (indicator == AirIndicator.GOOD_DAYS) {
            return now - before;
        }
        return before == 0
                ? SpanFigures.NO_GROWTH
                : rounded(
                        new Quotient(BigInteger.valueOf((long) HUNDRED * (now - before)), BigInteger.valueOf(before)),
                        1);
    }

    private int published(AirIndicator indicator, int[] counts, AnnualLimits limits) {
        return switch (indicator) {
            case GOOD_DAYS -> goodDaysShare(counts);
            case COMPOSITE -> composite(limits);
            default ->
                Pollutant.all().stream()
                        .filter(pollutant -> indicator.name().equals(pollutant.name()))
                        .filter(pollutant -> !sorted.get(pollutant.place()).isEmpty())
                        .mapToInt(pollutant -> rounded(judged(pollutant), 0))
                        .findFirst()
                        .orElse(SpanFigures.MISSING);
        };
    }

    private static int goodDaysShare(int[] counts) {
        int good = 0;
        int all = 0;
        for (int level = 0; level < counts.length; level++) {
            all += counts[level];
            good += level < GOOD ? counts[level] : 0;
        }
        return all == 0
                ? SpanFigures.MISSING
                : rounded(new Quotient(BigInteger.valueOf((long) HUNDRED * good), BigInteger.valueOf(all)), 1);
    }

    private int composite(AnnualLimits limits) {
        Quotient sum = new Quotient(BigInteger.ZERO, BigInteger.ONE);
        for (Pollutant pollutant : Pollutant.all()) {
            if (sorted.get(pollutant.place()).isEmpty()) {
                return SpanFigures.MISSING;
            }
            Quotient judged = judged(pollutant);
            sum = sum.plus(
                    new Quotient(judged.over(), judged.under().multiply(BigInteger.valueOf(limits.of(pollutant)))));
        }
        return rounded(sum, 2);
    }

    private Quotient judged(Pollutant pollutant) {
        return pollutant == Pollutant.CO || pollutant == Pollutant.O3 ? percentile(pollutant) : mean(pollutant);
    }

    private Quotient mean(Pollutant pollutant) {
        int place = pollutant.place();
        BigInteger days = BigInteger.valueOf(sorted.get(place).size());
        return new Quotient(sums.get(place), partsOfStep(pollutant).multiply(days));
    }

    private Quotient percentile(Pollutant pollutant) {
        List<BigInteger> values = sorted.get(pollutant.place());
        int rank = (values.size() - 1) * standards.percentile(pollutant);
        int lower = rank / HUNDRED;
        int upper = Math.min(lower + 1, values.size() - 1);
        BigInteger share = BigInteger.valueOf(rank % HUNDRED);
        BigInteger hundred = BigInteger.valueOf(HUNDRED);
        return new Quotient(
                values.get(lower)
                        .multiply(hundred.subtract(share))
                        .add(values.get(upper).multiply(share)),
                partsOfStep(pollutant).multiply(hundred));
    }

    private BigInteger partsOfStep(Pollutant pollutant) {
        return parts.multiply(BigInteger.valueOf(pollutant.ticksOfStep()));
    }

    /** The digits of what is published. */
    private static int rounded(Quotient quotient, int decimals) {
        return new BigDecimal(quotient.over())
                .divide(new BigDecimal(quotient.under()), decimals, RoundingMode.HALF_EVEN)
                .unscaledValue()
                .intValueExact();
    }

    /** Two whole numbers, not yet divided. */
    private record Quotient(BigInteger over, BigInteger under) {
        Quotient plus(Quotient other) {
            return new Quotient(
                    over.multiply(other.under).add(other.over.multiply(under)), under.multiply(other.under));
        }
    }
}
