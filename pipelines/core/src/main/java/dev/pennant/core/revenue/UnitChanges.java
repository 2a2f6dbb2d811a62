package dev.pennant.core.revenue;

import dev.pennant.core.period.CumulativePeriod;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Gathers what one message changes in the units. What is retracted and what is added is summed, so that each cell changes once, and one that
 * stays as it was not at all, unless it is to be told again.
 *
 * <p>Telling again is for what a lost run may have written. It read the same messages, those of one topic about one enterprise in the same
 * order, but maybe the reports sooner or later than the registrations; so it may have counted a report in a place, or under an indicator, where the
 * run that follows it never does, and nothing else would ever overwrite that.
 */
final class UnitChanges {
    private record Cell(String unit, String indicator, CumulativePeriod period) {}

    private final Collection<RevenueIndicator> indicators;
    private final List<UnitChange> rosters = new ArrayList<>();
    private final Map<Cell, UnitChange.OfTotal> totals = new LinkedHashMap<>();
    private final Set<Cell> toldAgain = new HashSet<>();

    UnitChanges(Collection<RevenueIndicator> indicators) {
        this.indicators = indicators;
    }

    void replace(List<Roster.Membership> before, List<Roster.Membership> after) {
        before.stream().filter(ended -> !after.contains(ended)).forEach(ended -> count(ended, -1));
        after.stream().filter(begun -> !before.contains(begun)).forEach(begun -> count(begun, 1));
    }

    void retract(Contribution contribution) {
        count(contribution, -1);
    }

    void add(Contribution contribution) {
        count(contribution, 1);
        // An earlier revision may have stated an amount that this one does not.
        if (contribution.report().revision() > 0) {
            contribution
                    .registration()
                    .ifPresent(registration -> tellAgain(
                            registration.place(), contribution.report().period()));
        }
    }

    void tellAgain(Place place, CumulativePeriod period) {
        for (RevenueIndicator indicator : indicatorsOf(place.scope())) {
            change(place, indicator, period, YearOverYear.ZERO, 0, 0);
            toldAgain.add(new Cell(place.unit(), indicator.id(), period));
        }
    }

    /** First the changes of rosters, what ends before what begins, then those of sums. */
    List<UnitChange> all() {
        List<UnitChange> all = new ArrayList<>(rosters);
        totals.forEach((cell, change) -> {
            if (toldAgain.contains(cell) || !isNothing(change)) {
                all.add(change);
            }
        });
        return all;
    }

    private void count(Roster.Membership membership, int enterprises) {
        for (RevenueIndicator indicator : indicatorsOf(membership.place().scope())) {
            rosters.add(new UnitChange.OfRoster(
                    membership.place().unit(), indicator.id(), membership.from(), membership.to(), enterprises));
        }
    }

    private void count(Contribution contribution, int sign) {
        Optional<Place> place = contribution.registration().map(Registration::place);
        if (place.isEmpty()) {
            return;
        }
        EnterpriseReport report = contribution.report();
        for (RevenueIndicator indicator : indicatorsOf(place.get().scope())) {
            indicator
                    .amountOf(report)
                    .ifPresent(amounts -> change(
                            place.get(),
                            indicator,
                            report.period(),
                            sign > 0 ? amounts : amounts.negated(),
                            sign,
                            report.synthetic() ? sign : 0));
        }
    }

    private List<RevenueIndicator> indicatorsOf(Scope scope) {
        return indicators.stream()
                .filter(indicator -> indicator.scopes().contains(scope))
                .toList();
    }

    private void change(
            Place place,
            RevenueIndicator indicator,
            CumulativePeriod period,
            YearOverYear amounts,
            int reports,
            int syntheticReports) {
        totals.merge(
                new Cell(place.unit(), indicator.id(), period),
                new UnitChange.OfTotal(place.unit(), indicator.id(), period, amounts, reports, syntheticReports),
                UnitChanges::sum);
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
