package dev.pennant.core.derived;

import dev.pennant.core.indicator.Coverage;
import dev.pennant.core.indicator.IndicatorValue;
import dev.pennant.core.indicator.Version;
import dev.pennant.core.period.Period;
import dev.pennant.core.period.RunningPeriod;
import dev.pennant.core.period.SingleDay;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What derived indicators are made of in one unit and period: of every input the value of the highest version, so that it does not matter in which
 * order they come, or how often.
 */
public final class UnitPeriod {
    private final Map<String, IndicatorValue> inputs = new TreeMap<>();
    private Version version;

    /** One of which nothing is known. */
    public UnitPeriod() {
        this(new Version(0, 0), List.of());
    }

    /**
     * As kept in state.
     *
     * @param version of the last change
     * @param inputs of each indicator the last value
     */
    public UnitPeriod(Version version, Collection<IndicatorValue> inputs) {
        this.version = version;
        inputs.forEach(input -> this.inputs.put(input.indicator(), input));
    }

    /** The version of the last change. */
    public Version version() {
        return version;
    }

    /** Of each indicator the last value. */
    public Collection<IndicatorValue> inputs() {
        return Collections.unmodifiableCollection(inputs.values());
    }

    /**
     * Takes the value of an input.
     *
     * @return what is made of it, each with a new version; nothing where a later one has come already
     * @param runEpoch the epoch of the present run
     * @param now when it changed
     */
    public List<IndicatorValue> take(IndicatorValue input, Derivations derivations, long runEpoch, Instant now) {
        IndicatorValue before = inputs.get(input.indicator());
        if (before != null
                && Long.compareUnsigned(
                                before.version().packed(), input.version().packed())
                        >= 0) {
            return List.of();
        }
        inputs.put(input.indicator(), input);
        version = version.next(runEpoch);
        Map<String, IndicatorValue> known = new HashMap<>(inputs);
        Set<String> changed = new HashSet<>(Set.of(input.indicator()));
        List<IndicatorValue> values = new ArrayList<>();
        for (DerivedIndicator indicator : derivations.inOrder()) {
            List<IndicatorValue> parts = indicator.formula().inputs().stream()
                    .map(known::get)
                    .filter(part -> part != null)
                    .toList();
            if (!parts.isEmpty()) {
                IndicatorValue value = value(indicator, parts, input.unit(), derivations, now);
                known.put(indicator.id(), value);
                if (!Collections.disjoint(indicator.formula().inputs(), changed)) {
                    changed.add(indicator.id());
                    values.add(value);
                }
            }
        }
        return values;
    }

    private IndicatorValue value(
            DerivedIndicator indicator, List<IndicatorValue> parts, String unit, Derivations derivations, Instant now) {
        DerivedFigure figure = DerivedFigure.of(indicator, parts, derivations.lowerIsBetter());
        Coverage coverage = figure.coverage();
        return new IndicatorValue(
                indicator.id(),
                unit,
                shortest(parts),
                indicator.measure(),
                figure.value(),
                figure.base().orElse(null),
                figure.growth(indicator),
                coverage,
                figure.synthetic(),
                version,
                now);
    }

    /** Of a day that is under way, as far as all inputs have come. */
    private static Period shortest(List<IndicatorValue> parts) {
        return parts.stream()
                .map(IndicatorValue::period)
                .min(Comparator.comparingInt(UnitPeriod::hours))
                .orElseThrow();
    }

    private static int hours(Period period) {
        if (period instanceof SingleDay single) {
            return single.hours();
        }
        return period instanceof RunningPeriod running ? running.hours() : 0;
    }
}
