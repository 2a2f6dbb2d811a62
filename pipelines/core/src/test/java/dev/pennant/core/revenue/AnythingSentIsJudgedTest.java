package dev.pennant.core.revenue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.core.catalogue.Catalogue;
import dev.pennant.core.filing.Verdict;
import dev.pennant.core.indicator.Money;
import dev.pennant.core.period.CumulativePeriod;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Half of what is sent here is nonsense in some column, and none of it may end in anything but a verdict. */
final class AnythingSentIsJudgedTest {
    private static final Catalogue CATALOGUE = Catalogue.shipped();
    private static final Instant LATEST = Instant.parse("2021-02-18T02:00:00Z");

    @Provide
    Arbitrary<ReportForm> reports() {
        Arbitrary<Money> amounts = mostly(Arbitraries.longs().between(0, 100_000), Arbitraries.longs())
                .map(Money::new);
        return Combinators.combine(
                        mostly(Arbitraries.of("甲", "a|b"), Arbitraries.strings()),
                        mostly(Arbitraries.of("2019-02", "2020-10"), Arbitraries.strings()),
                        amounts,
                        amounts,
                        amounts.optional(0.3),
                        mostly(Arbitraries.of(0, 1), Arbitraries.integers()),
                        times())
                .as((id, period, revenue, lastYear, retail, revision, reportedAt) ->
                        new ReportForm(id, period, revenue, lastYear, retail, retail, revision, reportedAt, false));
    }

    @Provide
    Arbitrary<RegistrationForm> registrations() {
        Arbitrary<String> texts = Arbitraries.strings();
        Arbitrary<String> months = mostly(Arbitraries.of("2019-01", "2020-10", "9999-12"), texts);
        return Combinators.combine(
                        mostly(Arbitraries.of("甲", "a|b"), texts),
                        texts,
                        mostly(Arbitraries.just("330482001"), texts),
                        mostly(Arbitraries.of(Scope.class).map(Scope::id), texts),
                        months,
                        months.injectNull(0.3))
                .as((id, name, unit, scope, from, to) ->
                        new RegistrationForm(id, name, unit, scope, "", from, to, false));
    }

    @Provide
    Arbitrary<Instant> times() {
        return mostly(
                        Arbitraries.longs()
                                .between(LATEST.minusSeconds(10_000_000).toEpochMilli(), LATEST.toEpochMilli()),
                        Arbitraries.longs())
                .map(Instant::ofEpochMilli);
    }

    @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
    void aReportThatIsTakenIsWithinAllBounds(@ForAll("reports") ReportForm form, @ForAll("times") Instant receivedAt) {
        if (CATALOGUE.filingRules().judge(form, receivedAt) instanceof Verdict.Accepted<EnterpriseReport> taken) {
            EnterpriseReport report = taken.value();
            assertThat(report.revenue().current().fen()).isBetween(0L, 10_000_000_000_000L);
            assertThat(report.revenue().lastYear().fen()).isBetween(0L, 10_000_000_000_000L);
            assertThat(report.revision()).isNotNegative();
            assertThat(report.period()).isGreaterThanOrEqualTo(CumulativePeriod.parse("2015-02"));
        }
    }

    @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
    void aRegistrationThatIsTakenCanBeEnteredBesideAnyOther(
            @ForAll("registrations") RegistrationForm one, @ForAll("registrations") RegistrationForm other) {
        RevenueLedger ledger = new RevenueLedger();
        UnitRevenue unit = new UnitRevenue();
        for (RegistrationForm form : List.of(one, other)) {
            if (CATALOGUE.filingRules().judge(form) instanceof Verdict.Accepted<Registration> taken) {
                for (UnitChange change : ledger.register(taken.value(), CATALOGUE.revenueIndicators(), 1)
                        .units()) {
                    unit.apply(change, 1);
                }
            }
        }
        assertThat(unit.rosterChanges().keySet()).allMatch(month -> month.getYear() <= 9999);
    }

    private static <T> Arbitrary<T> mostly(Arbitrary<T> plausible, Arbitrary<T> any) {
        return Arbitraries.frequencyOf(Tuple.of(9, plausible), Tuple.of(1, any));
    }
}
