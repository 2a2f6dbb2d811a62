package dev.pennant.season;

import static dev.pennant.season.KnownSeason.CATALOGUE;
import static dev.pennant.season.KnownSeason.DANGHU;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.core.filing.Verdict;
import dev.pennant.core.report.IndicatorReport;
import dev.pennant.core.report.IndicatorReportForm;
import dev.pennant.core.report.LowerKind;
import dev.pennant.core.report.UnitForm;
import dev.pennant.core.report.UnitRegistration;
import dev.pennant.season.SeasonEvent.Reported;
import dev.pennant.season.SeasonEvent.UnitRegistered;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class DepartmentSeasonTest {
    private static final List<SeasonEvent> EVENTS = Season.ofDepartments(CATALOGUE);
    private static final Set<String> QUARTERS = Set.of("2020-03", "2020-06", "2020-09");
    private static final String WHAT_RACES_OF_SERVICES_NEED =
            "service-value-added service-tax enterprises-newly-designated enterprises-above-hundred-million"
                    + " enterprises-from-individuals cluster-revenue building-tax service-investment service-projects-signed"
                    + " service-foreign-capital";
    private static final String WHAT_THE_RACE_OF_PINGHU_NEEDS =
            "industry-value-added fixed-asset-investment industry-investment public-budget-revenue exports"
                    + " foreign-capital projects-signed high-tech-share service-value-added";

    @Test
    void everyReportAndEveryUnitIsTaken() {
        for (SeasonEvent event : EVENTS) {
            if (event instanceof Reported reported) {
                Verdict<IndicatorReport> verdict = CATALOGUE.reportRules().judge(reported.report(), event.at());
                assertThat(verdict).as(event.toString()).isInstanceOf(Verdict.Accepted.class);
            } else {
                Verdict<UnitRegistration> verdict = CATALOGUE.unitRules().judge(((UnitRegistered) event).unit());
                assertThat(verdict).as(event.toString()).isInstanceOf(Verdict.Accepted.class);
            }
        }
    }

    @Test
    void comesInTheOrderOfItsMomentsAndIsTheSameAtEveryCall() {
        assertThat(EVENTS).isSortedAccordingTo(Comparator.comparing(SeasonEvent::at));
        assertThat(Season.ofDepartments(CATALOGUE)).isEqualTo(EVENTS);
    }

    @Test
    void allTownshipsHaveWhatTheirRacesNeedInEveryQuarter() {
        Map<String, Long> unitsWith = standing().keySet().stream()
                .filter(key -> key.unit().length() == DANGHU.length() && QUARTERS.contains(key.period()))
                .collect(Collectors.groupingBy(key -> key.indicator() + " " + key.period(), Collectors.counting()));
        for (String quarter : QUARTERS) {
            for (String indicator : WHAT_RACES_OF_SERVICES_NEED.split(" ", -1)) {
                assertThat(unitsWith).containsEntry(indicator + " " + quarter, 72L);
            }
            for (String indicator : WHAT_THE_RACE_OF_PINGHU_NEEDS.split(" ", -1)) {
                assertThat(unitsWith.get(indicator + " " + quarter)).isGreaterThanOrEqualTo(9L);
            }
        }
    }

    @Test
    void whatIsCumulativeNeverFallsWithinTheYear() {
        Map<String, Map<String, BigDecimal>> series = new HashMap<>();
        standing().forEach((key, report) -> report.value()
                .filter(value -> CATALOGUE.reportedIndicators().stream()
                        .anyMatch(indicator -> indicator.id().equals(key.indicator())
                                && indicator.rollUp().name().equals("SUM")))
                .ifPresent(value -> series.computeIfAbsent(key.unit() + key.indicator(), unit -> new TreeMap<>())
                        .put(key.period(), value)));
        assertThat(series).hasSizeGreaterThan(700);
        series.forEach((name, values) ->
                assertThat(List.copyOf(values.values())).as(name).isSorted());
    }

    @Test
    void whatWasPublishedStandsAndAllElseSaysThatItIsMadeUp() {
        Map<Key, IndicatorReportForm> standing = standing();
        assertThat(standing.values().stream().filter(report -> !report.synthetic()))
                .hasSize(21)
                .containsExactlyInAnyOrderElementsOf(DepartmentReports.reports());
        assertThat(standing.get(new Key(DANGHU, "service-value-added", "2020-09")))
                .satisfies(report -> assertThat(report.value()).contains(new BigDecimal("100.4")))
                .satisfies(report -> assertThat(report.growth()).contains(new BigDecimal("6.9")));
        assertThat(units().stream().filter(unit -> !unit.synthetic()))
                .containsExactlyInAnyOrderElementsOf(DepartmentReports.units());
        assertThat(units().stream().filter(UnitForm::synthetic))
                .allMatch(unit -> unit.name().matches("演示(小区|村|农户)\\d+"));
    }

    @Test
    void someReportsAreFiledAgainWithOtherFigures() {
        assertThat(EVENTS.stream()
                        .filter(event -> event instanceof Reported reported
                                && reported.report().revision() > 0))
                .hasSizeBetween(40, 200);
    }

    @Test
    void quartersVillagesAndHouseholdsLieInTheTownshipsOfPinghu() {
        Map<String, Long> kinds =
                units().stream().collect(Collectors.groupingBy(UnitForm::kind, Collectors.counting()));
        assertThat(kinds)
                .containsEntry(LowerKind.RESIDENTIAL_QUARTER.id(), 44L)
                .containsEntry(LowerKind.VILLAGE.id(), 54L)
                .containsEntry(LowerKind.HOUSEHOLD.id(), 30L);
        assertThat(units().stream().map(UnitForm::name)).doesNotHaveDuplicates();
        assertThat(units()).allMatch(unit -> unit.code().startsWith("330482"));
    }

    private static List<UnitForm> units() {
        return EVENTS.stream()
                .filter(UnitRegistered.class::isInstance)
                .map(event -> ((UnitRegistered) event).unit())
                .toList();
    }

    /** Of each unit, indicator and period the last one. */
    private static Map<Key, IndicatorReportForm> standing() {
        Map<Key, IndicatorReportForm> standing = new HashMap<>();
        for (SeasonEvent event : EVENTS) {
            if (event instanceof Reported reported) {
                IndicatorReportForm report = reported.report();
                standing.merge(
                        new Key(report.unit(), report.indicator(), report.period()),
                        report,
                        (one, other) -> one.revision() > other.revision() ? one : other);
            }
        }
        return standing;
    }

    private record Key(String unit, String indicator, String period) {}
}
