package dev.pennant.jobs.retail;

import dev.pennant.core.retail.StoreLedger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** In which regions a store is counted by more than one township, and from which days on; nowhere, unless it has moved. */
final class CountedAgain {
    private final Map<String, List<Integer>> daysByRegion = new TreeMap<>();

    private CountedAgain() {}

    /** What a ledger says. */
    static CountedAgain by(StoreLedger ledger, SalesScope scope) {
        CountedAgain again = new CountedAgain();
        Set<Integer> units = ledger.unitsSoldIn();
        if (units.size() > 1) {
            Set<String> regions = new HashSet<>();
            units.forEach(unit -> regions.addAll(scope.regionsOf(unit)));
            for (String region : regions) {
                again.daysByRegion.put(region, ledger.countedAgainIn(unit -> scope.regionsOf(unit)
                        .contains(region)));
            }
        }
        return again;
    }

    /** What regions are to be told of the difference to what the ledger said before. */
    List<RosterShare> changesSince(CountedAgain before) {
        Map<RosterShare, Integer> changes = new LinkedHashMap<>();
        count(1, changes);
        before.count(-1, changes);
        List<RosterShare> told = new ArrayList<>();
        changes.forEach((where, change) -> {
            if (change != 0) {
                told.add(RosterShare.countedAgain(where.region(), where.day(), change));
            }
        });
        return told;
    }

    private void count(int sign, Map<RosterShare, Integer> changes) {
        daysByRegion.forEach((region, days) ->
                days.forEach(day -> changes.merge(RosterShare.countedAgain(region, day, 0), sign, Integer::sum)));
    }
}
