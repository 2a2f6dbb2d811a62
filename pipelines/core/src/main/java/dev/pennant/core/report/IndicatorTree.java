package dev.pennant.core.report;

import dev.pennant.core.indicator.Coverage;
import dev.pennant.core.indicator.IndicatorValue;
import dev.pennant.core.period.Period;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * One indicator over all units, each a part of the one above. A unit's own report stands before what its parts add up to, for the unit itself and for
 * all above it, so that nothing counts twice. Reports and registrations may come in any order: the report of a unit that is not registered, or
 * registered as a kind the indicator is not for, is held, and joins when the registration arrives. For one operation; the shelf outlives it.
 */
public final class IndicatorTree {
    private final ReportedIndicator indicator;
    private final UpperUnits upper;
    private final FigureShelf shelf;
    private final Map<String, Set<String>> touched = new LinkedHashMap<>();

    /**
     * @param indicator which indicator
     * @param upper the units of the catalogue
     * @param shelf what is known so far
     */
    public IndicatorTree(ReportedIndicator indicator, UpperUnits upper, FigureShelf shelf) {
        this.indicator = indicator;
        this.upper = upper;
        this.shelf = shelf;
    }

    /** What {@link #file} would do with a report; to be asked before. */
    public Filing filingOf(IndicatorReport report) {
        Optional<IndicatorReport> before =
                shelf.figures(report.unit()).figure(report.period()).own();
        if (before.isEmpty() || report.revision() > before.get().revision()) {
            return Filing.APPLIED;
        }
        boolean contradicts = report.revision() == before.get().revision() && !report.statesTheSameAs(before.get());
        return contradicts ? Filing.CONFLICTING : Filing.SUPERSEDED;
    }

    /** Files a report that is to be applied. */
    public void file(IndicatorReport report) {
        change(report.unit(), report.period(), figure -> figure.with(report));
        UnitFigures figures = shelf.figures(report.unit());
        Optional<String> here = place(report.unit(), figures).flatMap(Place::parent);
        figures.parentsEver().stream()
                .filter(parent -> !Optional.of(parent).equals(here))
                .forEach(parent -> tellAgain(parent, report.period()));
    }

    /** Enters a registration, in place of an earlier one of the same unit. */
    public void register(UnitRegistration registration) {
        move(registration.code(), Optional.of(registration.place()));
    }

    /** Takes back the registration of a unit; its reports are held again. */
    public void withdraw(String unit) {
        move(unit, Optional.empty());
    }

    /**
     * The values that may be different now, each with a new version.
     *
     * @param runEpoch the epoch of the present run
     * @param now when they changed
     */
    public List<IndicatorValue> changedValues(long runEpoch, Instant now) {
        List<IndicatorValue> values = new ArrayList<>();
        touched.forEach((unit, periods) -> {
            UnitFigures figures = shelf.figures(unit);
            figures.advance(runEpoch);
            shelf.put(unit, figures);
            if (upper.place(unit).isPresent() || !figures.parentsEver().isEmpty()) {
                periods.forEach(period -> values.add(value(unit, figures, Period.parse(period), now)));
            }
        });
        touched.clear();
        return values;
    }

    private void change(String unit, Period period, UnaryOperator<PeriodFigure> change) {
        UnitFigures figures = shelf.figures(unit);
        Tally before = given(unit, figures, period);
        figures.put(period, change.apply(figures.figure(period)));
        Tally now = given(unit, figures, period);
        shelf.put(unit, figures);
        touch(unit, period);
        place(unit, figures).flatMap(Place::parent).ifPresent(parent -> carry(parent, period, before, now));
    }

    private void carry(String parent, Period period, Tally before, Tally now) {
        if (!before.equals(now)) {
            change(parent, period, figure -> figure.afterPart(before, now));
        }
    }

    /** A parent of old may show what a lost run counted there; it is shown again as it is now, with all above it. */
    private void tellAgain(String unit, Period period) {
        touch(unit, period);
        place(unit, shelf.figures(unit)).flatMap(Place::parent).ifPresent(parent -> tellAgain(parent, period));
    }

    private void move(String unit, Optional<Place> to) {
        UnitFigures figures = shelf.figures(unit);
        Optional<Place> from = figures.registered();
        if (from.equals(to)) {
            return;
        }
        NavigableMap<Period, PeriodFigure> periods = figures.figures();
        for (Period period : periods.keySet()) {
            Tally given = given(unit, figures, period);
            from.flatMap(Place::parent).ifPresent(parent -> carry(parent, period, given, Tally.NONE));
            touch(unit, period);
        }
        boolean concernedBefore = isConcerned(figures);
        figures.placeAt(to);
        shelf.put(unit, figures);
        boolean concernedNow = isConcerned(figures);
        if (concernedBefore) {
            from.flatMap(Place::parent).ifPresent(parent -> turnParts(parent, -1));
        }
        if (concernedNow) {
            to.flatMap(Place::parent).ifPresent(parent -> turnParts(parent, 1));
        }
        for (Period period : periods.keySet()) {
            Tally given = given(unit, figures, period);
            to.flatMap(Place::parent).ifPresent(parent -> carry(parent, period, Tally.NONE, given));
        }
    }

    /** A unit has one direct part more or less that can have the indicator; its coverage changes, and where it is the first or the last, its parent's too. */
    private void turnParts(String unit, int by) {
        UnitFigures figures = shelf.figures(unit);
        boolean before = isConcerned(unit, figures);
        figures.addParts(by);
        boolean now = isConcerned(unit, figures);
        shelf.put(unit, figures);
        figures.figures().keySet().forEach(period -> touch(unit, period));
        if (before != now) {
            place(unit, figures).flatMap(Place::parent).ifPresent(parent -> turnParts(parent, by));
        }
    }

    private boolean isConcerned(UnitFigures below) {
        return below.registered()
                .map(place -> indicator.isFor(place.kind()) || below.registeredParts() > 0)
                .orElse(false);
    }

    private boolean isConcerned(String unit, UnitFigures figures) {
        return place(unit, figures)
                .map(place -> indicator.isFor(place.kind()) || expectedParts(unit, figures) > 0)
                .orElse(false);
    }

    private int expectedParts(String unit, UnitFigures figures) {
        return upper.partsWith(indicator, unit) + figures.registeredParts();
    }

    /** What a unit gives to the one above it: nothing while it is not registered. */
    private Tally given(String unit, UnitFigures figures, Period period) {
        if (place(unit, figures).isEmpty()) {
            return Tally.NONE;
        }
        return ownThatCounts(unit, figures, period)
                .map(report -> Tally.of(report, indicator.rollUp()))
                .orElse(figures.figure(period).parts());
    }

    private Optional<IndicatorReport> ownThatCounts(String unit, UnitFigures figures, Period period) {
        boolean counts = place(unit, figures)
                .filter(place -> indicator.isFor(place.kind()))
                .isPresent();
        return figures.figure(period).own().filter(report -> counts);
    }

    private Optional<Place> place(String unit, UnitFigures figures) {
        return upper.place(unit).or(figures::registered);
    }

    private IndicatorValue value(String unit, UnitFigures figures, Period period, Instant now) {
        PeriodFigure figure = figures.figure(period);
        PublishedFigure published = ownThatCounts(unit, figures, period)
                .map(report -> PublishedFigure.of(report, indicator))
                .orElseGet(() -> PublishedFigure.of(
                        figure.parts(),
                        new Coverage(
                                place(unit, figures).isPresent() ? figure.partsReported() : 0,
                                expectedParts(unit, figures)),
                        indicator));
        return new IndicatorValue(
                indicator.id(),
                unit,
                period,
                indicator.measure(),
                published.value(),
                published.base().orElse(null),
                published.growth(),
                published.coverage(),
                published.synthetic(),
                figures.version(),
                now);
    }

    private void touch(String unit, Period period) {
        touched.computeIfAbsent(unit, code -> new TreeSet<>()).add(period.toString());
    }
}
