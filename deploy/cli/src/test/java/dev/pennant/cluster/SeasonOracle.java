package dev.pennant.cluster;

import dev.pennant.core.catalogue.Catalogue;
import dev.pennant.core.catalogue.Unit;
import dev.pennant.core.period.CumulativePeriod;
import dev.pennant.core.revenue.RevenueIndicator;
import dev.pennant.season.BatchCount;
import dev.pennant.season.SeasonEvent;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The rows that the view has to end with for the townships, added up in one go from the events that were sent. */
final class SeasonOracle {
    /** The view's rows as the oracle spells them. */
    static final String ROWS =
            """
            SELECT concat(unit, ' ', indicator, ' ', period, ' ', toString(toInt64(value * 10000000000)), ' ',
                toString(toInt64(base * 10000000000)), ' ', toString(reported), '/', toString(expected))
            FROM pennant.indicators
            WHERE length(unit) = 9""";

    private SeasonOracle() {}

    static Set<String> rows(List<SeasonEvent> events) {
        BatchCount count = new BatchCount(events);
        Catalogue catalogue = Catalogue.shipped();
        Set<CumulativePeriod> periods = events.stream()
                .filter(SeasonEvent.Filed.class::isInstance)
                .map(event -> ((SeasonEvent.Filed) event).report().period())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> rows = new TreeSet<>();
        for (Unit unit : catalogue.units().townships()) {
            for (RevenueIndicator indicator : catalogue.revenueIndicators()) {
                for (CumulativePeriod period : periods) {
                    BatchCount.Total total =
                            count.total(unit.code(), period.toString(), indicator.scopes(), indicator::amountOf);
                    if (total.reported() > 0) {
                        rows.add(unit.code() + " " + indicator.id() + " " + period + " " + total.current() + " "
                                + total.lastYear() + " " + total.reported() + "/" + total.expected());
                    }
                }
            }
        }
        return rows;
    }
}
