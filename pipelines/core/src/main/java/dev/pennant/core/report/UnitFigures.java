package dev.pennant.core.report;

import dev.pennant.core.indicator.Version;
import dev.pennant.core.period.Period;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One indicator of one unit: its own reports, what its parts give, and where it stands. It keeps one figure a period, bounded by the periods that
 * {@link ReportRules} lets in.
 */
public final class UnitFigures {
    private final NavigableMap<Period, PeriodFigure> figures = new TreeMap<>(Comparator.comparing(Period::toString));
    private final Set<String> parentsEver = new TreeSet<>();
    private Version version;
    private Optional<Place> registered;
    private int registeredParts;

    /** A unit of which nothing is known. */
    public UnitFigures() {
        this(new Version(0, 0), Optional.empty(), 0, List.of(), Map.of());
    }

    /**
     * A unit as kept in state.
     *
     * @param version of its last change
     * @param registered where it stands by its registration, of a unit below the township
     * @param registeredParts how many of its direct parts, beyond those of the catalogue, can have the indicator or have parts that can
     * @param parentsEver to which units it has ever belonged: a run that was lost may have counted it there
     * @param figures by period
     */
    public UnitFigures(
            Version version,
            Optional<Place> registered,
            int registeredParts,
            Collection<String> parentsEver,
            Map<Period, PeriodFigure> figures) {
        this.version = version;
        this.registered = registered;
        this.registeredParts = registeredParts;
        this.parentsEver.addAll(parentsEver);
        this.figures.putAll(figures);
    }

    /** The version of the last change. */
    public Version version() {
        return version;
    }

    /** Where it stands by its registration. */
    public Optional<Place> registered() {
        return registered;
    }

    /** How many direct parts beyond those of the catalogue are concerned. */
    public int registeredParts() {
        return registeredParts;
    }

    /** To which units it has ever belonged. */
    public Set<String> parentsEver() {
        return Collections.unmodifiableSet(parentsEver);
    }

    /** All figures, by period. */
    public NavigableMap<Period, PeriodFigure> figures() {
        return Collections.unmodifiableNavigableMap(figures);
    }

    PeriodFigure figure(Period period) {
        return figures.getOrDefault(period, PeriodFigure.NOTHING);
    }

    void put(Period period, PeriodFigure figure) {
        if (figure.equals(PeriodFigure.NOTHING)) {
            figures.remove(period);
        } else {
            figures.put(period, figure);
        }
    }

    void placeAt(Optional<Place> place) {
        registered = place;
        place.flatMap(Place::parent).ifPresent(parentsEver::add);
    }

    void addParts(int parts) {
        registeredParts += parts;
    }

    void advance(long runEpoch) {
        version = version.next(runEpoch);
    }
}
