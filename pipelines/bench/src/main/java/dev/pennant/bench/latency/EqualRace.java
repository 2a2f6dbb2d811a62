package dev.pennant.bench.latency;

import dev.pennant.core.catalogue.Catalogue;
import dev.pennant.core.catalogue.IndicatorDefinition;
import dev.pennant.core.catalogue.IndicatorSource;
import dev.pennant.core.report.IndicatorReportForm;
import dev.pennant.core.standings.Competition;
import dev.pennant.core.standings.CompetitionUnit;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The service race with the same figures for every unit, of all that departments report. */
final class EqualRace {
    static final String COMPETITION = "jiaxing-service";

    private static final BigDecimal VALUE = BigDecimal.valueOf(100);
    private static final BigDecimal BASE = BigDecimal.valueOf(80);
    private static final Instant REPORTED_AT = Instant.parse("2020-10-10T00:00:00Z");

    private EqualRace() {}

    /** The reports that make it equal. Those of members who take part together come to the figures of one who does alone. */
    static List<IndicatorReportForm> reports(String period) {
        Catalogue catalogue = Catalogue.shipped();
        Competition race = catalogue.competitions().stream()
                .filter(competition -> competition.id().equals(COMPETITION))
                .findFirst()
                .orElseThrow();
        List<IndicatorReportForm> reports = new ArrayList<>();
        for (IndicatorDefinition indicator : catalogue.indicators()) {
            if (race.figures().contains(indicator.id())
                    && indicator.source() instanceof IndicatorSource.OfDepartments) {
                for (CompetitionUnit unit : race.units().named()) {
                    BigDecimal members = BigDecimal.valueOf(unit.members().size());
                    unit.members()
                            .forEach(member -> reports.add(report(
                                    member, indicator.id(), period, VALUE.divide(members), BASE.divide(members))));
                }
            }
        }
        return reports;
    }

    private static IndicatorReportForm report(
            String unit, String indicator, String period, BigDecimal value, BigDecimal base) {
        return new IndicatorReportForm(
                unit,
                indicator,
                period,
                Optional.of(value),
                Optional.of(base),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0,
                REPORTED_AT,
                true);
    }
}
