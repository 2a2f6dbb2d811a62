package dev.pennant.season;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.core.ReportingZone;
import dev.pennant.core.catalogue.Catalogue;
import dev.pennant.core.catalogue.Unit;
import dev.pennant.core.indicator.Money;
import dev.pennant.core.period.CumulativePeriod;
import dev.pennant.core.revenue.EnterpriseReport;
import dev.pennant.core.revenue.Registration;
import dev.pennant.core.revenue.Scope;
import dev.pennant.core.revenue.YearOverYear;
import dev.pennant.season.BatchCount.Total;
import dev.pennant.season.SeasonEvent.Filed;
import dev.pennant.season.SeasonEvent.Registered;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;

final class SeasonTest {
    private static final Catalogue CATALOGUE = Catalogue.shipped();
    private static final List<SeasonEvent> EVENTS = Season.events(CATALOGUE);
    private static final BatchCount COUNT = new BatchCount(EVENTS);
    private static final String DANGHU = "330482001";
    private static final String KNOWN_SEASON = "14f512c68cdbc7581f3103c98ce68bb82965acaf40c031aedd918b406b177939";
    private static final Set<Scope> BOTH = EnumSet.allOf(Scope.class);
    private static final Set<Scope> DESIGNATED = EnumSet.of(Scope.SERVICE_DESIGNATED);
    private static final Set<Scope> TRADE = EnumSet.of(Scope.TRADE_ABOVE_QUOTA);

    @Test
    void danghuEndsOnItsPublishedFiguresToTheFen() {
        Total all = revenue(DANGHU, "2020-10", BOTH);
        assertThat(all.current()).isEqualTo(1_435_500_000_000L);
        assertThat(all.growthInTenths()).isEqualTo(157);
        assertThat(all.expected()).isEqualTo(118);
        assertThat(all.isComplete()).isTrue();

        Total designated = revenue(DANGHU, "2020-10", DESIGNATED);
        assertThat(designated.current()).isEqualTo(984_300_000_000L);
        assertThat(designated.growthInTenths()).isEqualTo(347);
        assertThat(designated.expected()).isEqualTo(36);
        assertThat(designated.isComplete()).isTrue();

        Total trade = revenue(DANGHU, "2020-10", TRADE);
        assertThat(trade.current()).isEqualTo(451_200_000_000L);
        assertThat(trade.growthInTenths()).isEqualTo(-115);

        Total retail = COUNT.total(DANGHU, "2020-11", TRADE, EnterpriseReport::retailSales);
        assertThat(retail.current()).isEqualTo(208_800_000_000L);
        assertThat(retail.isComplete()).isTrue();
        assertThat(revenue(DANGHU, "2020-11", BOTH).isComplete()).isTrue();
    }

    @Test
    void aboutSixThousandEnterprisesReportFromAllTownships() {
        assertThat(COUNT.roster()).hasSizeBetween(5_900, 6_300);
        assertThat(EVENTS).hasSizeBetween(110_000, 150_000);
        assertThat(CATALOGUE.units().townships()).hasSize(72).allSatisfy(unit -> {
            assertThat(revenue(unit.code(), "2019-12", BOTH).reported()).isPositive();
            assertThat(revenue(unit.code(), "2020-11", BOTH).reported()).isPositive();
        });
    }

    @Test
    void everyEventSaysThatItIsMadeUp() {
        assertThat(EVENTS).allSatisfy(event -> {
            if (event instanceof Registered registered) {
                assertThat(registered.registration().synthetic()).isTrue();
                assertThat(registered.registration().name()).contains("样本");
                assertThat(event.enterpriseId()).matches("00\\d{6}YB\\d{8}").hasSize(18);
            } else if (event instanceof Filed filed) {
                assertThat(filed.report().synthetic()).isTrue();
            }
        });
    }

    @Test
    void isTheSameAtEveryCall() {
        assertThat(Season.events(Catalogue.shipped())).isEqualTo(EVENTS);
    }

    @Test
    void isTheSameUnderAnotherLocaleAndTimeZone() {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("America/St_Johns"));
            assertThat(Season.events(Catalogue.shipped())).isEqualTo(EVENTS);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void isTheSeasonThatIsKnown() throws NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        EVENTS.forEach(event -> digest.update(event.toString().getBytes(StandardCharsets.UTF_8)));
        assertThat(HexFormat.of().formatHex(digest.digest())).isEqualTo(KNOWN_SEASON);
    }

    @Test
    void comesInTheOrderOfItsMomentsAndEndsBeforeDecemberIsDue() {
        assertThat(EVENTS).isSortedAccordingTo(Comparator.comparing(SeasonEvent::at));
        assertThat(EVENTS.get(0).at()).isAfter(Instant.parse("2019-01-01T00:00:00Z"));
        assertThat(EVENTS.get(EVENTS.size() - 1).at())
                .isBetween(Instant.parse("2020-12-18T00:00:00Z"), Instant.parse("2020-12-20T16:00:00Z"));
    }

    @Test
    void reportsEveryMonthButJanuary() {
        Set<String> periods = new HashSet<>();
        reports().forEach(report -> periods.add(report.period().toString()));
        Set<String> expected = new HashSet<>();
        for (YearMonth month = YearMonth.of(2019, 2);
                !month.isAfter(YearMonth.of(2020, 11));
                month = month.plusMonths(1)) {
            if (month.getMonthValue() != 1) {
                expected.add(month.toString());
            }
        }
        assertThat(periods).isEqualTo(expected);
    }

    @Test
    void cumulativeFiguresOfFirstFilingsNeverFallWithinAYear() {
        Map<String, Map<CumulativePeriod, EnterpriseReport>> first = new HashMap<>();
        reports().stream().filter(report -> report.revision() == 0).forEach(report -> first.computeIfAbsent(
                        report.enterpriseId(), id -> new HashMap<>())
                .put(report.period(), report));
        first.values()
                .forEach(ofEnterprise -> ofEnterprise.forEach((period, report) -> {
                    EnterpriseReport next =
                            ofEnterprise.get(new CumulativePeriod(period.year(), period.month() % 12 + 1));
                    if (next != null && period.month() < 12) {
                        assertThat(next.revenue().current())
                                .isGreaterThanOrEqualTo(report.revenue().current());
                        assertThat(next.revenue().lastYear())
                                .isGreaterThanOrEqualTo(report.revenue().lastYear());
                        next.retailSales().ifPresent(retail -> assertThat(retail.current())
                                .isGreaterThanOrEqualTo(
                                        report.retailSales().orElseThrow().current()));
                    }
                }));
    }

    @Test
    void someReportsAreLateSomeCorrectedUpToThreeTimesSomeSentTwice() {
        List<EnterpriseReport> reports = reports();
        assertThat(reports.stream().filter(SeasonTest::isLate)).hasSizeBetween(500, 6_000);
        assertThat(reports.stream().filter(report -> report.revision() == 1)).hasSizeBetween(2_000, 6_000);
        assertThat(reports.stream().filter(report -> report.revision() == 2)).hasSizeGreaterThan(300);
        assertThat(reports.stream().filter(report -> report.revision() == 3)).hasSizeGreaterThan(50);
        assertThat(reports).allSatisfy(report -> assertThat(report.revision()).isBetween(0, 3));
        assertThat(reports.size() - new HashSet<>(reports).size()).isBetween(500, 2_000);
    }

    @Test
    void everyCorrectionIsFiledLaterAndChangesAFigure() {
        Map<String, EnterpriseReport> latest = new HashMap<>();
        reports()
                .forEach(report -> latest.merge(report.enterpriseId() + report.period(), report, (before, next) -> {
                    if (next.revision() <= before.revision()) {
                        return before;
                    }
                    assertThat(next.revision()).isEqualTo(before.revision() + 1);
                    assertThat(next.reportedAt()).isAfter(before.reportedAt());
                    assertThat(next.statesTheSameAs(before)).isFalse();
                    return next;
                }));
    }

    @Test
    void correctionsChangeEitherYear() {
        Map<String, EnterpriseReport> first = new HashMap<>();
        int ofThisYear = 0;
        int ofLastYear = 0;
        for (EnterpriseReport report : reports()) {
            EnterpriseReport before = first.putIfAbsent(report.enterpriseId() + report.period(), report);
            if (before != null) {
                ofThisYear += before.revenue().current().equals(report.revenue().current()) ? 0 : 1;
                ofLastYear +=
                        before.revenue().lastYear().equals(report.revenue().lastYear()) ? 0 : 1;
            }
        }
        assertThat(ofThisYear).isGreaterThan(1_000);
        assertThat(ofLastYear).isGreaterThan(1_000);
    }

    @Test
    void enterprisesEnterLeaveAndMove() {
        List<Registration> registrations = registrations();
        assertThat(registrations.stream().filter(entry -> entry.validFrom().equals(YearMonth.of(2020, 1))))
                .hasSizeGreaterThan(100);
        assertThat(registrations.stream().filter(entry -> entry.validFrom().isAfter(YearMonth.of(2020, 1))))
                .hasSizeGreaterThan(50);
        assertThat(registrations.stream().filter(entry -> entry.validTo().isPresent()))
                .hasSizeGreaterThan(150);
        assertThat(COUNT.roster().values().stream().filter(spans -> spans.size() == 2))
                .hasSize(7)
                .allSatisfy(spans -> assertThat(
                                spans.values().stream().map(Registration::unit).distinct())
                        .hasSize(2));
    }

    @Test
    void someRegistrationsArriveAfterTheFirstReport() {
        Set<String> registered = new HashSet<>();
        Set<String> waiting = new HashSet<>();
        for (SeasonEvent event : EVENTS) {
            if (event instanceof Registered) {
                registered.add(event.enterpriseId());
            } else if (!registered.contains(event.enterpriseId())) {
                waiting.add(event.enterpriseId());
            }
        }
        assertThat(waiting).hasSizeBetween(5, 100);
        assertThat(registered).containsAll(waiting);
    }

    @Test
    void someEnterprisesRestateTheYearBefore() {
        Map<String, Money> filed = new HashMap<>();
        for (EnterpriseReport report : reports()) {
            if (report.period().year() == 2019) {
                filed.put(
                        report.enterpriseId() + report.period(),
                        report.revenue().current());
            }
        }
        List<EnterpriseReport> comparable = reports().stream()
                .filter(report -> filed.containsKey(
                        report.enterpriseId() + report.period().lastYear()))
                .toList();
        long restated = comparable.stream()
                .filter(report -> !filed.get(
                                report.enterpriseId() + report.period().lastYear())
                        .equals(report.revenue().lastYear()))
                .count();
        assertThat(restated).isBetween(comparable.size() / 20L, comparable.size() / 5L);
    }

    @Test
    void coverageIsMostlyButNotAlwaysComplete() {
        List<Total> october = totals("2020-10", BOTH);
        assertThat(october.stream().filter(Total::isComplete).count()).isBetween(45L, 70L);
        assertThat(october).allSatisfy(total -> assertThat(total.reported()).isGreaterThan(total.expected() * 9 / 10));
        assertThat(totals("2020-11", BOTH).stream().filter(Total::isComplete).count())
                .isBetween(10L, 60L);
    }

    @Test
    void growthVariesFallsInSomeUnitsAndMeansNothingInTwo() {
        List<Total> october = totals("2020-10", BOTH);
        assertThat(october.stream()
                        .filter(total -> total.current() < total.lastYear())
                        .count())
                .isBetween(10L, 60L);
        List<Total> designated = totals("2020-10", DESIGNATED);
        assertThat(designated.stream().filter(total -> total.lastYear() == 0)).hasSize(2);
        assertThat(designated).allSatisfy(total -> assertThat(total.current()).isPositive());
    }

    @Test
    void comparableGrowthIsNotTheRatioOfTwoPublishedTotals() {
        Total now = revenue(DANGHU, "2020-10", BOTH);
        Total aYearBefore = revenue(DANGHU, "2019-10", BOTH);
        assertThat(now.lastYear()).isNotEqualTo(aYearBefore.current());
    }

    @Test
    void danghuTakesInAnEnterpriseFromElsewhere() {
        List<Map<YearMonth, Registration>> movers = COUNT.roster().values().stream()
                .filter(spans -> spans.size() == 2)
                .filter(spans ->
                        spans.values().stream().anyMatch(span -> span.unit().equals(DANGHU)))
                .toList();
        assertThat(movers).hasSize(1);
        String mover = movers.get(0).values().iterator().next().enterpriseId();
        assertThat(COUNT.home(mover, YearMonth.of(2020, 1)).map(Registration::unit))
                .contains("330482002");
        assertThat(COUNT.home(mover, YearMonth.of(2020, 10)).map(Registration::unit))
                .contains(DANGHU);
    }

    private static List<EnterpriseReport> reports() {
        return EVENTS.stream()
                .filter(Filed.class::isInstance)
                .map(event -> ((Filed) event).report())
                .toList();
    }

    private static List<Registration> registrations() {
        return EVENTS.stream()
                .filter(Registered.class::isInstance)
                .map(event -> ((Registered) event).registration())
                .toList();
    }

    private static boolean isLate(EnterpriseReport report) {
        Instant due = report.period()
                .lastMonth()
                .plusMonths(1)
                .atDay(19)
                .atStartOfDay(ReportingZone.ZONE)
                .toInstant();
        return report.revision() == 0 && !report.reportedAt().isBefore(due);
    }

    private static Total revenue(String unit, String period, Set<Scope> scopes) {
        return COUNT.total(unit, period, scopes, report -> Optional.of(report.revenue()));
    }

    private static List<Total> totals(String period, Set<Scope> scopes) {
        return CATALOGUE.units().townships().stream()
                .map(Unit::code)
                .map(unit -> COUNT.total(unit, period, scopes, SeasonTest::revenueOf))
                .toList();
    }

    private static Optional<YearOverYear> revenueOf(EnterpriseReport report) {
        return Optional.of(report.revenue());
    }
}
