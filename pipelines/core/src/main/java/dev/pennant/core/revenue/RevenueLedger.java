package dev.pennant.core.revenue;

import dev.pennant.core.indicator.Version;
import dev.pennant.core.period.CumulativePeriod;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * One enterprise's filings and registrations, and what each of them changes in the units' indicators. Reports and registrations may come in any
 * order: a report without a registration is held, and joins when one arrives.
 *
 * <p>It keeps one report a period, and a registration a span, for as long as corrections are accepted: the range of periods that {@link
 * FilingRules} lets in bounds it.
 */
public final class RevenueLedger {
    private final Roster roster;
    private final NavigableMap<CumulativePeriod, EnterpriseReport> standing = new TreeMap<>();
    private final Set<Place> places = new LinkedHashSet<>();
    private Version version;

    /** An enterprise of which nothing is known. */
    public RevenueLedger() {
        this(new Version(0, 0), List.of(), List.of());
    }

    /** An enterprise of which no registration was ever replaced or taken back. */
    public RevenueLedger(
            Version version, Collection<Registration> registrations, Collection<EnterpriseReport> reports) {
        this(version, registrations, reports, List.of());
    }

    /**
     * An enterprise as kept in state.
     *
     * @param version of its last change
     * @param registrations those in force
     * @param reports those that stand
     * @param places where it has ever been registered
     */
    public RevenueLedger(
            Version version,
            Collection<Registration> registrations,
            Collection<EnterpriseReport> reports,
            Collection<Place> places) {
        this.version = version;
        roster = new Roster(registrations);
        reports.forEach(report -> standing.put(report.period(), report));
        this.places.addAll(places);
        registrations.forEach(registration -> this.places.add(registration.place()));
    }

    /** The version of the last change. */
    public Version version() {
        return version;
    }

    /** All registrations, by first month. */
    public List<Registration> registrations() {
        return roster.registrations();
    }

    /** The reports that stand, by period. */
    public List<EnterpriseReport> reports() {
        return List.copyOf(standing.values());
    }

    /** Wherever it was ever registered, also by registrations since replaced or taken back: a run that was lost may have counted it there. */
    public Collection<Place> places() {
        return Collections.unmodifiableCollection(places);
    }

    /** What {@link #file} would do with a report; to be asked before. */
    public Filing filingOf(EnterpriseReport report) {
        EnterpriseReport before = standing.get(report.period());
        if (before == null || report.revision() > before.revision()) {
            return Filing.APPLIED;
        }
        boolean contradicts = report.revision() == before.revision() && !report.statesTheSameAs(before);
        return contradicts ? Filing.CONFLICTING : Filing.SUPERSEDED;
    }

    /**
     * Files a report. A higher revision replaces the standing report of its period in both years' figures; any other changes
     * nothing.
     *
     * @param runEpoch the epoch of the present run, see {@link Version}
     */
    public LedgerChange file(EnterpriseReport report, Collection<RevenueIndicator> indicators, long runEpoch) {
        if (filingOf(report) != Filing.APPLIED) {
            return new LedgerChange(version, List.of(), List.of());
        }
        UnitChanges units = new UnitChanges(indicators);
        Optional<Place> here = roster.inForce(report.period().lastMonth()).map(Registration::place);
        places.stream()
                .filter(place -> !Optional.of(place).equals(here))
                .forEach(place -> units.tellAgain(place, report.period()));
        return change(runEpoch, units, List.of(report.period()), () -> standing.put(report.period(), report));
    }

    /** Enters a registration, in place of an earlier one with the same first month. */
    public LedgerChange register(Registration registration, Collection<RevenueIndicator> indicators, long runEpoch) {
        places.add(registration.place());
        return change(runEpoch, new UnitChanges(indicators), standing.keySet(), () -> roster.put(registration));
    }

    /** Takes back the registration with the given first month. */
    public LedgerChange withdraw(YearMonth validFrom, Collection<RevenueIndicator> indicators, long runEpoch) {
        return change(runEpoch, new UnitChanges(indicators), standing.keySet(), () -> roster.remove(validFrom));
    }

    private LedgerChange change(
            long runEpoch, UnitChanges units, Collection<CumulativePeriod> periods, Runnable mutation) {
        version = version.next(runEpoch);
        List<CumulativePeriod> touched = List.copyOf(periods);
        List<Roster.Membership> membershipsBefore = roster.memberships();
        Map<CumulativePeriod, Contribution> before = contributions(touched);
        mutation.run();
        units.replace(membershipsBefore, roster.memberships());
        List<Contribution> changed = new ArrayList<>();
        contributions(touched).forEach((period, now) -> {
            Contribution then = before.get(period);
            if (!now.equals(then)) {
                changed.add(now);
                if (then != null) {
                    units.retract(then);
                }
                units.add(now);
            }
        });
        return new LedgerChange(version, units.all(), changed);
    }

    private Map<CumulativePeriod, Contribution> contributions(Collection<CumulativePeriod> periods) {
        Map<CumulativePeriod, Contribution> contributions = new LinkedHashMap<>();
        for (CumulativePeriod period : periods) {
            EnterpriseReport report = standing.get(period);
            if (report != null) {
                contributions.put(period, new Contribution(report, roster.inForce(period.lastMonth())));
            }
        }
        return contributions;
    }

    /** What becomes of a report when it is filed. */
    public enum Filing {
        /** It stands now. */
        APPLIED("applied"),
        /** The same, or a later revision, already stands. */
        SUPERSEDED("superseded"),
        /** The same revision already stands with other figures; somebody has to say which is right, by a higher revision. */
        CONFLICTING("conflicting");

        private final String id;

        Filing(String id) {
            this.id = id;
        }

        /** The spelling in the report log. */
        public String id() {
            return id;
        }
    }
}
