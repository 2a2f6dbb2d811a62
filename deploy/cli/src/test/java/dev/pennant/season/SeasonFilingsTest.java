package dev.pennant.season;

import static dev.pennant.season.KnownSeason.reports;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.core.ReportingZone;
import dev.pennant.core.indicator.Money;
import dev.pennant.core.period.CumulativePeriod;
import dev.pennant.core.revenue.EnterpriseReport;
import dev.pennant.core.revenue.YearOverYear;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class SeasonFilingsTest {
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
        List<EnterpriseReport> fallen = new ArrayList<>();
        first.values()
                .forEach(ofEnterprise -> ofEnterprise.forEach((period, report) -> {
                    EnterpriseReport next =
                            ofEnterprise.get(new CumulativePeriod(period.year(), period.month() % 12 + 1));
                    if (next != null && period.month() < 12 && fell(report, next)) {
                        fallen.add(next);
                    }
                }));
        assertThat(first).hasSizeGreaterThan(5_900);
        assertThat(fallen).isEmpty();
    }

    @Test
    void someReportsAreLateSomeCorrectedUpToThreeTimesSomeSentTwice() {
        List<EnterpriseReport> reports = reports();
        assertThat(reports.stream().filter(SeasonFilingsTest::isLate)).hasSizeBetween(500, 6_000);
        assertThat(reports.stream().filter(report -> report.revision() == 1)).hasSizeBetween(2_000, 6_000);
        assertThat(reports.stream().filter(report -> report.revision() == 2)).hasSizeGreaterThan(300);
        assertThat(reports.stream().filter(report -> report.revision() == 3)).hasSizeGreaterThan(50);
        assertThat(reports).allMatch(report -> report.revision() >= 0 && report.revision() <= 3);
        assertThat(reports.size() - new HashSet<>(reports).size()).isBetween(500, 2_000);
    }

    @Test
    void everyCorrectionIsFiledLaterAndChangesAFigure() {
        Map<String, EnterpriseReport> latest = new HashMap<>();
        List<EnterpriseReport> odd = new ArrayList<>();
        for (EnterpriseReport report : reports()) {
            EnterpriseReport before = latest.putIfAbsent(report.enterpriseId() + report.period(), report);
            if (before != null && report.revision() > before.revision()) {
                if (report.revision() != before.revision() + 1
                        || !report.reportedAt().isAfter(before.reportedAt())
                        || report.statesTheSameAs(before)) {
                    odd.add(report);
                }
                latest.put(report.enterpriseId() + report.period(), report);
            }
        }
        assertThat(odd).isEmpty();
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

    private static boolean isLate(EnterpriseReport report) {
        Instant due = report.period()
                .lastMonth()
                .plusMonths(1)
                .atDay(19)
                .atStartOfDay(ReportingZone.ZONE)
                .toInstant();
        return report.revision() == 0 && !report.reportedAt().isBefore(due);
    }

    private static boolean fell(EnterpriseReport report, EnterpriseReport next) {
        boolean retailFell = next.retailSales()
                .map(retail -> fell(report.retailSales().orElseThrow(), retail))
                .orElse(false);
        return retailFell || fell(report.revenue(), next.revenue());
    }

    private static boolean fell(YearOverYear amounts, YearOverYear next) {
        return next.current().compareTo(amounts.current()) < 0
                || next.lastYear().compareTo(amounts.lastYear()) < 0;
    }
}
