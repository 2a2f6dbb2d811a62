package dev.pennant.season;

import dev.pennant.core.revenue.EnterpriseReport;
import dev.pennant.core.revenue.Registration;
import dev.pennant.core.revenue.Scope;
import dev.pennant.core.revenue.YearOverYear;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Adds up a season the plain way, from all its events at once, sharing nothing with the running aggregation. */
public final class BatchCount {
    private final Map<String, Map<YearMonth, Registration>> roster = new HashMap<>();
    private final Map<String, Map<String, EnterpriseReport>> standing = new HashMap<>();

    public BatchCount(List<SeasonEvent> events) {
        for (SeasonEvent event : events) {
            if (event instanceof SeasonEvent.Registered registered) {
                Registration registration = registered.registration();
                roster.computeIfAbsent(event.owner(), id -> new HashMap<>())
                        .put(registration.validFrom(), registration);
            } else if (event instanceof SeasonEvent.Filed filed) {
                standing.computeIfAbsent(event.owner(), id -> new HashMap<>())
                        .merge(
                                filed.report().period().toString(),
                                filed.report(),
                                (one, other) -> other.revision() > one.revision() ? other : one);
            }
        }
    }

    /** The total of one unit's enterprises on the given rosters. */
    public Total total(
            String unit, String period, Set<Scope> scopes, Function<EnterpriseReport, Optional<YearOverYear>> amount) {
        List<YearOverYear> amounts = new ArrayList<>();
        int expected = 0;
        for (String enterprise : roster.keySet()) {
            Optional<Registration> home = home(enterprise, YearMonth.parse(period));
            if (home.isPresent()
                    && home.get().unit().equals(unit)
                    && scopes.contains(home.get().scope())) {
                expected++;
                Optional.ofNullable(standing.getOrDefault(enterprise, Map.of()).get(period))
                        .flatMap(amount)
                        .ifPresent(amounts::add);
            }
        }
        long current = amounts.stream().mapToLong(sum -> sum.current().fen()).sum();
        long lastYear = amounts.stream().mapToLong(sum -> sum.lastYear().fen()).sum();
        return new Total(expected, amounts.size(), current, lastYear);
    }

    /** Where an enterprise is in a month: of its registrations that cover it, the one that began last. */
    Optional<Registration> home(String enterprise, YearMonth month) {
        return roster.getOrDefault(enterprise, Map.of()).values().stream()
                .filter(registration -> !registration.validFrom().isAfter(month))
                .filter(registration -> registration.validTo().isEmpty()
                        || !registration.validTo().get().isBefore(month))
                .max(Comparator.comparing(Registration::validFrom));
    }

    /** Every enterprise's registrations. */
    Map<String, Map<YearMonth, Registration>> roster() {
        return roster;
    }

    public record Total(int expected, int reported, long current, long lastYear) {
        boolean isComplete() {
            return expected == reported;
        }

        /** Growth in percent with one decimal, half up, in whole numbers: 157 is 15.7 %. */
        long growthInTenths() {
            return Math.floorDiv(2000 * (current - lastYear) + lastYear, 2 * lastYear);
        }
    }
}
