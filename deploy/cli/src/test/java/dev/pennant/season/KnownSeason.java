package dev.pennant.season;

import dev.pennant.core.catalogue.Catalogue;
import dev.pennant.core.catalogue.Unit;
import dev.pennant.core.revenue.EnterpriseReport;
import dev.pennant.core.revenue.Registration;
import dev.pennant.core.revenue.Scope;
import dev.pennant.season.BatchCount.Total;
import dev.pennant.season.SeasonEvent.Filed;
import dev.pennant.season.SeasonEvent.Registered;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The season of the shipped catalogue, drawn once for all tests, and counted. */
final class KnownSeason {
    static final Catalogue CATALOGUE = Catalogue.shipped();
    static final List<SeasonEvent> EVENTS = Season.ofEnterprises(CATALOGUE);
    static final BatchCount COUNT = new BatchCount(EVENTS);
    static final String DANGHU = "330482001";
    static final Set<Scope> BOTH = EnumSet.allOf(Scope.class);
    static final Set<Scope> DESIGNATED = EnumSet.of(Scope.SERVICE_DESIGNATED);
    static final Set<Scope> TRADE = EnumSet.of(Scope.TRADE_ABOVE_QUOTA);

    private KnownSeason() {}

    static List<EnterpriseReport> reports() {
        return EVENTS.stream()
                .filter(Filed.class::isInstance)
                .map(event -> ((Filed) event).report())
                .toList();
    }

    static List<Registration> registrations() {
        return EVENTS.stream()
                .filter(Registered.class::isInstance)
                .map(event -> ((Registered) event).registration())
                .toList();
    }

    static Total revenue(String unit, String period, Set<Scope> scopes) {
        return COUNT.total(unit, period, scopes, report -> Optional.of(report.revenue()));
    }

    static List<Total> townships(String period, Set<Scope> scopes) {
        return CATALOGUE.units().townships().stream()
                .map(Unit::code)
                .map(unit -> revenue(unit, period, scopes))
                .toList();
    }
}
