package dev.pennant.core.revenue;

import static dev.pennant.core.revenue.Filings.DANGHU;
import static dev.pennant.core.revenue.Filings.XINDAI;
import static dev.pennant.core.revenue.Filings.amounts;
import static dev.pennant.core.revenue.Filings.report;
import static dev.pennant.core.revenue.Filings.services;
import static dev.pennant.core.revenue.Filings.trade;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.core.period.CumulativePeriod;
import dev.pennant.core.revenue.RevenueLedger.Filing;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RevenueLedgerTest {
    private static final List<RevenueIndicator> DESIGNATED = indicator("service-revenue-designated");
    private static final CumulativePeriod OCTOBER = CumulativePeriod.parse("2020-10");

    private final RevenueLedger ledger = new RevenueLedger();

    @Test
    void aReportWithoutARegistrationIsHeldAndJoinsWhenOneArrives() {
        LedgerChange held = file(report("2020-10", 0, 300, 200));
        assertThat(held.units()).isEmpty();
        assertThat(held.contributions()).extracting(Contribution::registration).containsExactly(Optional.empty());

        LedgerChange joined = register(services(DANGHU, "2020-01"));
        assertThat(joined.units()).containsExactly(onRoster(DANGHU, "2020-01", null, 1), total(DANGHU, 300, 200, 1));
    }

    @Test
    void aHigherRevisionReplacesTheEarlierInBothYears() {
        register(services(DANGHU, "2020-01"));
        file(report("2020-10", 0, 300, 200));

        assertThat(file(report("2020-10", 1, 310, 150)).units()).containsExactly(total(DANGHU, 10, -50, 0));
        assertThat(ledger.reports()).containsExactly(report("2020-10", 1, 310, 150));
    }

    @Test
    void aLowerRevisionAndTheSameAgainAreSupersededAndChangeNothing() {
        register(services(DANGHU, "2020-01"));
        EnterpriseReport standing = report("2020-10", 3, 300, 200);
        LedgerChange last = file(standing);

        for (EnterpriseReport late : List.of(standing, report("2020-10", 2, 999, 999))) {
            assertThat(ledger.filingOf(late)).isEqualTo(Filing.SUPERSEDED);
            assertThat(file(late)).isEqualTo(new LedgerChange(last.version(), List.of(), List.of()));
        }
    }

    @Test
    void theSameRevisionWithOtherFiguresConflictsAndChangesNothing() {
        file(report("2020-10", 3, 300, 200));

        assertThat(ledger.filingOf(report("2020-10", 3, 301, 200))).isEqualTo(Filing.CONFLICTING);
        assertThat(file(report("2020-10", 3, 301, 200)).units()).isEmpty();
        assertThat(ledger.reports()).containsExactly(report("2020-10", 3, 300, 200));
    }

    @Test
    void anEnterpriseThatMovesTakesTheWholeStatementWithIt() {
        register(services(DANGHU, "2020-01"));
        file(report("2020-10", 0, 300, 200));

        assertThat(register(services(XINDAI, "2020-10")).units())
                .containsExactly(
                        onRoster(DANGHU, "2020-01", null, -1),
                        onRoster(DANGHU, "2020-01", "2020-09", 1),
                        onRoster(XINDAI, "2020-10", null, 1),
                        total(DANGHU, -300, -200, -1),
                        total(XINDAI, 300, 200, 1));
    }

    @Test
    void anEnterpriseThatMovesAfterThePeriodStaysWhereItWas() {
        register(services(DANGHU, "2020-01"));
        file(report("2020-10", 0, 300, 200));

        assertThat(register(services(XINDAI, "2020-11")).units())
                .noneMatch(change -> change instanceof UnitChange.OfTotal);
    }

    @Test
    void anEnterpriseThatHasLeftDoesNotCount() {
        register(services(DANGHU, "2020-01"));
        file(report("2020-10", 0, 300, 200));

        LedgerChange left = register(services(DANGHU, "2020-01", "2020-09"));
        assertThat(left.units()).contains(total(DANGHU, -300, -200, -1));
        assertThat(left.contributions()).extracting(Contribution::registration).containsExactly(Optional.empty());
    }

    @Test
    void aWithdrawnRegistrationLetsTheOneBeneathItHoldAgain() {
        register(services(DANGHU, "2020-01"));
        register(services(XINDAI, "2020-06"));
        file(report("2020-10", 0, 300, 200));

        assertThat(ledger.withdraw(YearMonth.of(2020, 6), DESIGNATED, 1).units())
                .contains(total(XINDAI, -300, -200, -1), total(DANGHU, 300, 200, 1));
    }

    @Test
    void anotherNameChangesTheContributionAndNoSum() {
        Registration before = services(DANGHU, "2020-01");
        register(before);
        file(report("2020-10", 0, 300, 200));
        Registration renamed = new Registration(
                before.enterpriseId(), "新名", DANGHU, before.scope(), "", before.validFrom(), before.validTo(), false);

        LedgerChange change = register(renamed);
        assertThat(change.units()).isEmpty();
        assertThat(change.contributions())
                .containsExactly(new Contribution(report("2020-10", 0, 300, 200), Optional.of(renamed)));
    }

    @Test
    void aReportTellsAgainWhatStandsWhereTheEnterpriseWasBefore() {
        register(services(DANGHU, "2020-01"));
        register(services(XINDAI, "2020-01"));

        assertThat(file(report("2020-10", 0, 300, 200)).units())
                .containsExactlyInAnyOrder(total(DANGHU, 0, 0, 0), total(XINDAI, 300, 200, 1));
        assertThat(ledger.places())
                .containsExactly(
                        new Place(DANGHU, Scope.SERVICE_DESIGNATED), new Place(XINDAI, Scope.SERVICE_DESIGNATED));
    }

    @Test
    void aCorrectionThatStatesNoRetailSalesTellsAgainWhatTheirSumIs() {
        List<RevenueIndicator> retail = indicator("retail-above-quota");
        ledger.register(trade(DANGHU, "2020-01"), retail, 1);

        assertThat(ledger.file(report("2020-10", 0, 300, 200), retail, 1).units())
                .isEmpty();
        assertThat(ledger.file(report("2020-10", 1, 300, 200), retail, 1).units())
                .containsExactly(
                        new UnitChange.OfTotal(DANGHU, "retail-above-quota", OCTOBER, YearOverYear.ZERO, 0, 0));
    }

    @Test
    void aScopeThatAnIndicatorDoesNotCountChangesNothingInIt() {
        register(trade(DANGHU, "2020-01"));
        assertThat(file(report("2020-10", 0, 300, 200)).units()).isEmpty();
    }

    @Test
    void aSpanThatEndsWithTheLastMonthOfAllEndsNever() {
        register(services(DANGHU, "2020-01"));
        LedgerChange change = register(services(XINDAI, "2020-10", "9999-12"));

        assertThat(change.units())
                .contains(onRoster(XINDAI, "2020-10", null, 1))
                .hasSize(3);
    }

    private LedgerChange file(EnterpriseReport report) {
        return ledger.file(report, DESIGNATED, 1);
    }

    private LedgerChange register(Registration registration) {
        return ledger.register(registration, DESIGNATED, 1);
    }

    private static List<RevenueIndicator> indicator(String id) {
        return Pipeline.INDICATORS.stream()
                .filter(indicator -> indicator.id().equals(id))
                .toList();
    }

    private static UnitChange total(String unit, long current, long lastYear, int reports) {
        return new UnitChange.OfTotal(
                unit, "service-revenue-designated", OCTOBER, amounts(current, lastYear), reports, 0);
    }

    private static UnitChange onRoster(String unit, String from, String to, int enterprises) {
        return new UnitChange.OfRoster(
                unit,
                "service-revenue-designated",
                YearMonth.parse(from),
                Optional.ofNullable(to).map(YearMonth::parse),
                enterprises);
    }
}
