package dev.pennant.season;

import dev.pennant.core.catalogue.Unit;
import dev.pennant.core.revenue.Scope;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How many enterprises stand on a township's rosters from October 2020 to the season's end.
 *
 * @param unit the township
 * @param designated services above the designated size
 * @param trade trade above the quota
 * @param servicesAreNew whether all its services began in 2020, so that their growth has no base
 */
record RosterPlan(Unit unit, int designated, int trade, boolean servicesAreNew) {
    private static final int ENTERPRISES = 5_860;
    private static final int UNITS_WITH_NEW_SERVICES_ONLY = 2;
    private static final int NEW_SERVICES = 3;

    /** The plans of all townships, in their order. */
    static List<RosterPlan> of(List<Unit> townships, PublishedFigures published) {
        Map<Unit, RosterPlan> plans = new LinkedHashMap<>();
        List<Unit> free = new ArrayList<>();
        int planned = 0;
        for (Unit unit : townships) {
            Optional<PublishedFigures.OfUnit> figures = published.of(unit.code());
            if (figures.isPresent()) {
                int designated = figures.get().designated().enterprises();
                int trade = figures.get().trade().enterprises();
                plans.put(unit, new RosterPlan(unit, designated, trade, false));
                planned += designated + trade;
            } else {
                plans.put(unit, null);
                free.add(unit);
            }
        }
        planFree(free, ENTERPRISES - planned, plans);
        return List.copyOf(plans.values());
    }

    /** Enterprises on both rosters. */
    int enterprises() {
        return designated + trade;
    }

    /** Enterprises on one roster. */
    int on(Scope scope) {
        return scope == Scope.SERVICE_DESIGNATED ? designated : trade;
    }

    private static void planFree(List<Unit> units, int enterprises, Map<Unit, RosterPlan> plans) {
        long[] weights = units.stream().mapToLong(RosterPlan::weight).toArray();
        List<Unit> smallest = units.stream()
                .sorted(Comparator.comparingLong(RosterPlan::weight))
                .limit(UNITS_WITH_NEW_SERVICES_ONLY)
                .toList();
        long[] sizes = LargestRemainder.split(enterprises, weights);
        for (int index = 0; index < sizes.length; index++) {
            Unit unit = units.get(index);
            boolean newServicesOnly = smallest.contains(unit);
            double share = Draw.about("designated", unit.code()).between(0.28, 0.44);
            int designated = newServicesOnly ? NEW_SERVICES : (int) Math.round(sizes[index] * share);
            int trade = Math.toIntExact(sizes[index]) - designated;
            plans.put(unit, new RosterPlan(unit, designated, trade, newServicesOnly));
        }
    }

    private static long weight(Unit unit) {
        double usual = unit.kind() == Unit.Kind.SUBDISTRICT ? 1300 : 900;
        return Math.round(Draw.about("weight", unit.code()).logNormal(usual, 0.3));
    }
}
