package dev.pennant.core.alerts;

import dev.pennant.core.indicator.Version;
import dev.pennant.core.period.Period;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The figures of one unit in one subject and the alerts that were raised over them. Of each cadence the last {@link Cadence#kept} periods are kept, so
 * that it stays bounded; an alert of an older one stays as it was judged.
 */
public final class UnitAlerts {
    private static final String AFTER_EVERY_PERIOD = "~";

    private final NavigableMap<String, Figure> figures = new TreeMap<>();
    private final NavigableMap<AlertKey, TrackedAlert> alerts = new TreeMap<>();
    private Version version;
    private Optional<Instant> due;

    /** A unit of which nothing is known. */
    public UnitAlerts() {
        this(new Version(0, 0), Optional.empty(), List.of(), Map.of());
    }

    /** A unit as it was. */
    public UnitAlerts(
            Version version, Optional<Instant> due, Iterable<Figure> figures, Map<AlertKey, TrackedAlert> alerts) {
        this.version = version;
        this.due = due;
        figures.forEach(figure -> this.figures.put(figure.period(), figure));
        this.alerts.putAll(alerts);
    }

    /** The figures that stand, by period. */
    public NavigableMap<String, Figure> figures() {
        return Collections.unmodifiableNavigableMap(figures);
    }

    /** What is remembered of its alerts, by rule and period. */
    public NavigableMap<AlertKey, TrackedAlert> alerts() {
        return Collections.unmodifiableNavigableMap(alerts);
    }

    /** What is remembered of the alerts of one rule, by period. */
    NavigableMap<AlertKey, TrackedAlert> alerts(String rule) {
        return alerts.subMap(new AlertKey(rule, ""), true, new AlertKey(rule, AFTER_EVERY_PERIOD), true);
    }

    /** Of the last change. */
    public Version version() {
        return version;
    }

    /** When something changes by time alone. */
    public Optional<Instant> due() {
        return due;
    }

    /** Keeps a figure, unless a newer one stands or its period is too old; says whether it did. */
    boolean take(Figure figure) {
        Figure before = figures.get(figure.period());
        if (before == null ? isTooOld(figure.period()) : !figure.isNewerThan(before)) {
            return false;
        }
        figures.put(figure.period(), figure);
        if (before == null) {
            drop(oldest(figure.period()));
        }
        return true;
    }

    Optional<Figure> figure(String period) {
        return Optional.ofNullable(figures.get(period))
                .filter(figure -> figure.value().isPresent());
    }

    Optional<TrackedAlert> alert(AlertKey key) {
        return Optional.ofNullable(alerts.get(key));
    }

    void put(AlertKey key, TrackedAlert alert) {
        alerts.put(key, alert);
    }

    void forget(AlertKey key) {
        alerts.remove(key);
    }

    /** The version of one more change. */
    Version change(long epoch) {
        version = version.next(epoch);
        return version;
    }

    void due(Optional<Instant> moment) {
        due = moment;
    }

    private boolean isTooOld(String period) {
        List<String> known = ofSameLength(period);
        return known.size() >= kept(period) && known.get(0).compareTo(period) > 0;
    }

    private Optional<String> oldest(String period) {
        List<String> known = ofSameLength(period);
        return known.size() <= kept(period) ? Optional.empty() : Optional.of(known.get(0));
    }

    private void drop(Optional<String> period) {
        period.ifPresent(old -> {
            figures.remove(old);
            alerts.keySet().removeIf(key -> key.period().equals(old));
        });
    }

    /** The periods of the same kind, from the first on. */
    private List<String> ofSameLength(String period) {
        List<String> known = new ArrayList<>(figures.size());
        for (String other : figures.keySet()) {
            if (other.length() == period.length()) {
                known.add(other);
            }
        }
        return known;
    }

    private static int kept(String period) {
        return (Cadence.DAY.covers(Period.parse(period)) ? Cadence.DAY : Cadence.MONTH).kept();
    }
}
