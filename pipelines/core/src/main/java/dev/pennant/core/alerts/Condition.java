package dev.pennant.core.alerts;

import dev.pennant.core.alerts.Finding.Outcome;
import dev.pennant.core.period.Period;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a rule looks for. Whether it is met is a function of the figures that stand, so that the order in which they came makes no difference. A
 * margin is by how much more it takes to clear an alert of the period before than it takes not to raise one.
 */
public sealed interface Condition {
    /** What it looks at. */
    Reading reading();

    /** Judges a unit and period. */
    Finding find(Grounds grounds);

    /** The region whose figures count besides those of the unit; nothing where the unit's own suffice. */
    default Optional<Region> comparedWith() {
        return Optional.empty();
    }

    /**
     * Below a limit or target, or above one, for some periods running.
     *
     * @param side which side of the limit is the bad one
     * @param margin in the reading's own unit
     * @param periods at least 1
     */
    record Limit(Side side, Reading reading, Thresholds thresholds, BigDecimal margin, int periods)
            implements Condition {
        /** Which side is the bad one. */
        public enum Side {
            BELOW,
            ABOVE
        }

        @Override
        public Finding find(Grounds grounds) {
            Optional<BigDecimal> threshold = thresholds.of(grounds.figure().unit());
            Optional<BigDecimal> value = reading.of(grounds.figure());
            if (threshold.isEmpty() || value.isEmpty()) {
                return Finding.NOTHING;
            }
            BigDecimal beyond = beyond(value.get(), threshold.get());
            Outcome outcome =
                    beyond.signum() > 0 ? running(grounds, threshold.get()) : Condition.within(margin, beyond.negate());
            return Finding.of(outcome, value.get(), threshold.get());
        }

        private Outcome running(Grounds grounds, BigDecimal threshold) {
            for (int back = 1; back < periods; back++) {
                Optional<BigDecimal> earlier = grounds.earlier(back).flatMap(reading::of);
                if (earlier.isEmpty() || beyond(earlier.get(), threshold).signum() <= 0) {
                    return Outcome.CLEAR;
                }
            }
            return Outcome.MET;
        }

        private BigDecimal beyond(BigDecimal value, BigDecimal threshold) {
            return side == Side.BELOW ? threshold.subtract(value) : value.subtract(threshold);
        }
    }

    /**
     * Growth that is less than in the period before, some periods running.
     *
     * @param periods at least 1
     */
    record Slowing(int periods) implements Condition {
        @Override
        public Reading reading() {
            return Reading.GROWTH;
        }

        @Override
        public Finding find(Grounds grounds) {
            Optional<BigDecimal> now = grounds.figure().growth();
            Optional<Figure> before = grounds.earlier(1);
            if (now.isEmpty() || before.flatMap(Figure::growth).isEmpty()) {
                return Finding.NOTHING;
            }
            return Finding.of(running(grounds), now.get(), before.get().growth().get(), before.get());
        }

        private Outcome running(Grounds grounds) {
            for (int back = 0; back < periods; back++) {
                Optional<BigDecimal> later = grounds.earlier(back).flatMap(Figure::growth);
                Optional<BigDecimal> earlier = grounds.earlier(back + 1).flatMap(Figure::growth);
                if (later.isEmpty() || earlier.isEmpty() || later.get().compareTo(earlier.get()) >= 0) {
                    return Outcome.CLEAR;
                }
            }
            return Outcome.MET;
        }
    }

    /**
     * Below what the region as a whole has: its own figure, summed from the same contributions, never a mean of means.
     *
     * @param margin in the reading's own unit
     */
    record BelowRegion(Reading reading, Region region, BigDecimal margin) implements Condition {
        @Override
        public Optional<Region> comparedWith() {
            return Optional.of(region);
        }

        @Override
        public Finding find(Grounds grounds) {
            Optional<BigDecimal> value = reading.of(grounds.figure());
            Optional<Figure> whole = grounds.of(region);
            Optional<BigDecimal> mean = whole.flatMap(reading::of);
            if (value.isEmpty() || mean.isEmpty()) {
                return Finding.NOTHING;
            }
            BigDecimal above = value.get().subtract(mean.get());
            Outcome outcome = above.signum() < 0 ? Outcome.MET : Condition.within(margin, above);
            return Finding.of(outcome, value.get(), mean.get(), whole.get());
        }
    }

    /**
     * Less by more than an amount than in the period before.
     *
     * @param by in the reading's own unit, above zero
     */
    record Drop(Reading reading, BigDecimal by) implements Condition {
        @Override
        public Finding find(Grounds grounds) {
            Optional<BigDecimal> now = reading.of(grounds.figure());
            Optional<Figure> before = grounds.earlier(1);
            Optional<BigDecimal> then = before.flatMap(reading::of);
            if (now.isEmpty() || then.isEmpty()) {
                return Finding.NOTHING;
            }
            BigDecimal floor = then.get().subtract(by);
            return Finding.of(
                    now.get().compareTo(floor) < 0 ? Outcome.MET : Outcome.CLEAR, now.get(), floor, before.get());
        }
    }

    /**
     * So many ranks lost against the period before.
     *
     * @param ranks at least 1
     */
    record LosesRanks(int ranks) implements Condition {
        @Override
        public Reading reading() {
            return Reading.RANK;
        }

        @Override
        public Finding find(Grounds grounds) {
            return Condition.placed(grounds, placing -> placing.previous()
                    .map(previous ->
                            Condition.ranks(placing.rank() - previous >= ranks, placing.rank(), previous + ranks)));
        }
    }

    /**
     * No longer among the first.
     *
     * @param first how many are the first
     */
    record LeavesFirst(int first) implements Condition {
        @Override
        public Reading reading() {
            return Reading.RANK;
        }

        @Override
        public Finding find(Grounds grounds) {
            return Condition.placed(grounds, placing -> placing.previous()
                    .map(previous ->
                            Condition.ranks(previous <= first && placing.rank() > first, placing.rank(), first)));
        }
    }

    /**
     * Among the last.
     *
     * @param last how many are the last
     * @param margin how many ranks better it takes to clear
     */
    record AmongLast(int last, int margin) implements Condition {
        @Override
        public Reading reading() {
            return Reading.RANK;
        }

        @Override
        public Finding find(Grounds grounds) {
            return Condition.placed(grounds, placing -> {
                int safe = placing.ranked() - last;
                Outcome outcome = placing.rank() > safe
                        ? Outcome.MET
                        : placing.rank() > safe - margin ? Outcome.BETWEEN : Outcome.CLEAR;
                return Optional.of(Finding.of(outcome, BigDecimal.valueOf(placing.rank()), BigDecimal.valueOf(safe)));
            });
        }
    }

    /**
     * Nothing new of a unit for a time.
     *
     * @param lasting how long
     */
    record Silence(Duration lasting) implements Condition {
        @Override
        public Reading reading() {
            return Reading.VALUE;
        }

        /** Shows the last figure; whether there is silence is a matter of time. */
        @Override
        public Finding find(Grounds grounds) {
            return new Finding(Outcome.MET, grounds.figure().value(), Optional.empty(), List.of());
        }

        /** When it is silence, unless something is heard of the unit before; nothing where nothing ever was. */
        Optional<Instant> endOfPatience(UnitAlerts unit, Cadence every) {
            return unit.figures().values().stream()
                    .filter(figure -> every.covers(Period.parse(figure.period())))
                    .map(Figure::updatedAt)
                    .max(Comparator.naturalOrder())
                    .map(heard -> heard.plus(lasting));
        }
    }

    private static Outcome within(BigDecimal margin, BigDecimal better) {
        return better.compareTo(margin) < 0 ? Outcome.BETWEEN : Outcome.CLEAR;
    }

    private static Finding ranks(boolean met, int rank, int threshold) {
        return Finding.of(met ? Outcome.MET : Outcome.CLEAR, BigDecimal.valueOf(rank), BigDecimal.valueOf(threshold));
    }

    private static Finding placed(Grounds grounds, Function<Placing, Optional<Finding>> judgement) {
        return grounds.figure().placing().flatMap(judgement).orElse(Finding.NOTHING);
    }
}
