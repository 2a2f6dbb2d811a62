package dev.pennant.core.catalogue;

import dev.pennant.core.alerts.Condition;
import dev.pennant.core.alerts.Condition.Limit.Side;
import dev.pennant.core.alerts.Reading;
import dev.pennant.core.alerts.Region;
import dev.pennant.core.alerts.Thresholds;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads the {@code when} of a rule for alerts. */
final class AlertConditions {
    private static final List<String> FORMS = List.of(
            "below", "above", "below_region", "slows", "drops", "loses_ranks", "leaves_first", "among_last", "no_data");
    private static final Set<Reading> NUMBERS = EnumSet.of(Reading.VALUE, Reading.GROWTH);

    private AlertConditions() {}

    static Optional<Condition> read(YamlMapping when, AlertRuleNames names) {
        List<String> forms = FORMS.stream().filter(when::has).toList();
        if (forms.size() != 1) {
            when.problem(when.line(), "a condition is one of " + String.join(", ", FORMS));
            return Optional.empty();
        }
        Optional<? extends Condition> condition =
                switch (forms.get(0)) {
                    case "below" -> limit(when, Side.BELOW, names);
                    case "above" -> limit(when, Side.ABOVE, names);
                    case "below_region" -> belowRegion(when);
                    case "slows" -> when.value("slows", AlertConditions::count).map(Condition.Slowing::new);
                    case "drops" -> drop(when);
                    case "loses_ranks" ->
                        when.value("loses_ranks", AlertConditions::count).map(Condition.LosesRanks::new);
                    case "leaves_first" ->
                        when.value("leaves_first", AlertConditions::count).map(Condition.LeavesFirst::new);
                    case "among_last" -> amongLast(when);
                    default -> when.value("no_data", AlertConditions::time).map(Condition.Silence::new);
                };
        when.nothingElse();
        return condition.map(Function.identity());
    }

    private static Optional<Condition> limit(YamlMapping when, Side side, AlertRuleNames names) {
        Optional<Reading> reading = when.value(side == Side.BELOW ? "below" : "above", YamlMapping.oneOf(NUMBERS));
        Optional<Thresholds> thresholds = when.has("targets")
                ? when.mapping("targets").map(targets -> targets(targets, names))
                : when.value("threshold", AlertConditions::number).map(Thresholds::of);
        int periods = when.has("periods")
                ? when.value("periods", AlertConditions::count).orElse(1)
                : 1;
        BigDecimal margin = when.has("clear") ? clear(when, side, thresholds) : margin(when);
        return reading.isEmpty() || thresholds.isEmpty()
                ? Optional.empty()
                : Optional.of(new Condition.Limit(side, reading.get(), thresholds.get(), margin, periods));
    }

    /** The threshold that clears, which has to lie on the good side of the one that alerts. */
    private static BigDecimal clear(YamlMapping when, Side side, Optional<Thresholds> thresholds) {
        Optional<BigDecimal> clear = when.value("clear", AlertConditions::number);
        Optional<BigDecimal> threshold = thresholds.flatMap(Thresholds::usual);
        if (clear.isEmpty() || threshold.isEmpty()) {
            return BigDecimal.ZERO;
        }
        BigDecimal margin = side == Side.BELOW
                ? clear.get().subtract(threshold.get())
                : threshold.get().subtract(clear.get());
        if (margin.signum() < 0) {
            when.problem(
                    when.line("clear"),
                    "'clear: " + clear.get() + "': an alert cannot clear at what raises it; it has to be "
                            + (side == Side.BELOW ? "at least " : "at most ") + threshold.get());
        }
        return margin;
    }

    private static Thresholds targets(YamlMapping targets, AlertRuleNames names) {
        Optional<BigDecimal> usual =
                targets.has("default") ? targets.value("default", AlertConditions::number) : Optional.empty();
        Map<String, BigDecimal> byUnit = new HashMap<>();
        for (String code : targets.keys()) {
            if (!code.equals("default")) {
                targets.value(code, text -> {
                            names.unit(code);
                            return number(text);
                        })
                        .ifPresent(target -> byUnit.put(code, target));
            }
        }
        return new Thresholds(usual, byUnit);
    }

    private static Optional<Condition> belowRegion(YamlMapping when) {
        Optional<Reading> reading = when.value("below_region", YamlMapping.oneOf(NUMBERS));
        Optional<Region> region = when.value("region", YamlMapping.oneOf(Region.class));
        BigDecimal margin = margin(when);
        return reading.isEmpty() || region.isEmpty()
                ? Optional.empty()
                : Optional.of(new Condition.BelowRegion(reading.get(), region.get(), margin));
    }

    private static Optional<Condition> drop(YamlMapping when) {
        Optional<Reading> reading = when.value("drops", YamlMapping.oneOf(NUMBERS));
        Optional<BigDecimal> by = when.value("by", AlertConditions::amount);
        return reading.isEmpty() || by.isEmpty()
                ? Optional.empty()
                : Optional.of(new Condition.Drop(reading.get(), by.get()));
    }

    private static Optional<Condition> amongLast(YamlMapping when) {
        Optional<Integer> last = when.value("among_last", AlertConditions::count);
        Optional<Integer> clear = when.has("clear") ? when.value("clear", AlertConditions::count) : last;
        if (last.isEmpty() || clear.isEmpty()) {
            return Optional.empty();
        }
        if (clear.get() < last.get()) {
            when.problem(when.line("clear"), "'clear' are the last so many that still count, at least " + last.get());
        }
        return Optional.of(new Condition.AmongLast(last.get(), clear.get() - last.get()));
    }

    private static BigDecimal margin(YamlMapping when) {
        return when.has("clear_margin")
                ? when.value("clear_margin", AlertConditions::notNegative).orElse(BigDecimal.ZERO)
                : BigDecimal.ZERO;
    }

    private static Duration time(String text) {
        Duration time = AlertRulesFile.duration(text);
        if (time.isZero()) {
            throw new IllegalArgumentException("silence lasts some time");
        }
        return time;
    }

    private static int count(String text) {
        if (!text.matches("[1-9]\\d{0,5}")) {
            throw new IllegalArgumentException("it has to be a whole number, at least 1");
        }
        return Integer.parseInt(text);
    }

    private static BigDecimal number(String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException none) {
            throw new IllegalArgumentException("it has to be a number like 12.5", none);
        }
    }

    private static BigDecimal amount(String text) {
        BigDecimal amount = number(text);
        if (amount.signum() <= 0) {
            throw new IllegalArgumentException("it has to be above zero");
        }
        return amount;
    }

    private static BigDecimal notNegative(String text) {
        BigDecimal amount = number(text);
        if (amount.signum() < 0) {
            throw new IllegalArgumentException("it cannot be negative");
        }
        return amount;
    }
}
