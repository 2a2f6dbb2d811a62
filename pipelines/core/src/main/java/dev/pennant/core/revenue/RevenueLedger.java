package dev.pennant.core.revenue;

import dev.pennant.core.indicator.Version;
import dev.pennant.core.period.CumulativePeriod;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

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
    private Version version;

    /** An enterprise of which nothing is known. */
    public RevenueLedger() {
        this(new Version(0, 0), List.of(), List.of());
    }

    /** An enterprise as kept in state: the version of its last change, its registrations, and its standing reports. */
    public RevenueLedger(
            Version version, Collection<Registration> registrations, Collection<EnterpriseReport> reports) {
        this.version = version;
        roster = new Roster(registrations);
        reports.forEach(report -> standing.put(report.period(), report));
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
        return change(runEpoch, indicators, List.of(report.period()), () -> standing.put(report.period(), report));
    }

    /** Enters a registration, in place of an earlier one with the same first month. */
    public LedgerChange register(Registration registration, Collection<RevenueIndicator> indicators, long runEpoch) {
        return change(runEpoch, indicators, standing.keySet(), () -> roster.put(registration));
    }

    /** Takes back the registration with the given first month. */
    public LedgerChange withdraw(YearMonth validFrom, Collection<RevenueIndicator> indicators, long runEpoch) {
        return change(runEpoch, indicators, standing.keySet(), () -> roster.remove(validFrom));
    }

    private LedgerChange change(
            long runEpoch,
            Collection<RevenueIndicator> indicators,
            Collection<CumulativePeriod> periods,
            Runnable mutation) {
        version = version.next(runEpoch);
        List<CumulativePeriod> touched = List.copyOf(periods);
        List<Roster.Membership> membershipsBefore = roster.memberships();
        Map<CumulativePeriod, Contribution> before = contributions(touched);
        mutation.run();
        Map<CumulativePeriod, Contribution> after = contributions(touched);

        NetTotals totals = new NetTotals();
        List<Contribution> changed = new ArrayList<>();
        for (CumulativePeriod period : touched) {
            Contribution then = before.get(period);
            Contribution now = after.get(period);
            if (!now.equals(then)) {
                changed.add(now);
                if (then != null) {
                    totals.add(then, indicators, -1);
                }
                totals.add(now, indicators, 1);
            }
        }
        List<UnitChange> units = new ArrayList<>();
        rosterChanges(membershipsBefore, roster.memberships(), indicators, units::add);
        totals.forEach(units::add);
        return new LedgerChange(version, units, changed);
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

    private static void rosterChanges(
            List<Roster.Membership> before,
            List<Roster.Membership> after,
            Collection<RevenueIndicator> indicators,
            Consumer<UnitChange> changes) {
        for (Roster.Membership ended : before) {
            if (!after.contains(ended)) {
                rosterChange(ended, -1, indicators, changes);
            }
        }
        for (Roster.Membership begun : after) {
            if (!before.contains(begun)) {
                rosterChange(begun, 1, indicators, changes);
            }
        }
    }

    private static void rosterChange(
            Roster.Membership membership,
            int enterprises,
            Collection<RevenueIndicator> indicators,
            Consumer<UnitChange> changes) {
        for (RevenueIndicator indicator : indicators) {
            if (indicator.scopes().contains(membership.scope())) {
                changes.accept(new UnitChange.OfRoster(
                        membership.unit(), indicator.id(), membership.from(), membership.to(), enterprises));
            }
        }
    }

    /** Sums what is retracted and what is added, so that each cell changes once, and one that stays as it was not at all. */
    private static final class NetTotals {
        private record Cell(String unit, String indicator, CumulativePeriod period) {}

        private final Map<Cell, UnitChange.OfTotal> changes = new LinkedHashMap<>();

        private void add(Contribution contribution, Collection<RevenueIndicator> indicators, int sign) {
            Optional<Registration> registration = contribution.registration();
            if (registration.isEmpty()) {
                return;
            }
            String unit = registration.get().unit();
            EnterpriseReport report = contribution.report();
            for (RevenueIndicator indicator : indicators) {
                if (indicator.scopes().contains(registration.get().scope())) {
                    indicator.amountOf(report).ifPresent(amounts -> {
                        UnitChange.OfTotal change = new UnitChange.OfTotal(
                                unit,
                                indicator.id(),
                                report.period(),
                                sign > 0 ? amounts : amounts.negated(),
                                sign,
                                report.synthetic() ? sign : 0);
                        changes.merge(new Cell(unit, indicator.id(), report.period()), change, NetTotals::sum);
                    });
                }
            }
        }

        private void forEach(Consumer<UnitChange> consumer) {
            changes.values().stream().filter(change -> !isNothing(change)).forEach(consumer);
        }

        private static UnitChange.OfTotal sum(UnitChange.OfTotal one, UnitChange.OfTotal other) {
            return new UnitChange.OfTotal(
                    one.unit(),
                    one.indicator(),
                    one.period(),
                    one.amounts().plus(other.amounts()),
                    one.reports() + other.reports(),
                    one.syntheticReports() + other.syntheticReports());
        }

        private static boolean isNothing(UnitChange.OfTotal change) {
            return change.reports() == 0
                    && change.syntheticReports() == 0
                    && change.amounts().equals(YearOverYear.ZERO);
        }
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
