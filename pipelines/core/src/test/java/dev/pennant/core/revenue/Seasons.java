package dev.pennant.core.revenue;

import dev.pennant.core.indicator.Money;
import dev.pennant.core.period.CumulativePeriod;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Small seasons: three enterprises, two townships of one county and one of another, and few months, so that spans overlap, moves and
 * scope changes meet reports, and corrections meet corrections.
 */
final class Seasons {
    private static final Instant FILED = Instant.parse("2020-11-18T02:00:00Z");
    private static final Arbitrary<String> ENTERPRISES = Arbitraries.of("甲", "乙", "丙");
    private static final Arbitrary<String> UNITS = Arbitraries.of("330482001", "330482102", "330402007");
    private static final Arbitrary<YearMonth> FIRST_MONTHS = Arbitraries.of(2018, 2019, 2020)
            .flatMap(year -> Arbitraries.of(1, 2, 10).map(month -> YearMonth.of(year, month)));
    private static final Arbitrary<CumulativePeriod> PERIODS = Arbitraries.of(
                    "2019-02", "2019-10", "2019-12", "2020-02", "2020-09", "2020-10")
            .map(CumulativePeriod::parse);

    private Seasons() {}

    /** Up to sixteen messages, each sent once or twice. */
    static Arbitrary<Season> seasons() {
        Arbitrary<Integer> arrivals = Arbitraries.integers().between(0, 99);
        return Combinators.combine(events(), Arbitraries.integers().between(1, 2), arrivals, arrivals)
                .as(Season.Message::new)
                .list()
                .ofMaxSize(16)
                .map(Season::new);
    }

    private static Arbitrary<Event> events() {
        return Arbitraries.frequencyOf(
                Tuple.of(4, registrations().map(Event.Registered::new)),
                Tuple.of(1, Combinators.combine(ENTERPRISES, FIRST_MONTHS).as(Event.Withdrawn::new)),
                Tuple.of(6, reports().map(Event.Filed::new)));
    }

    private static Arbitrary<Registration> registrations() {
        Arbitrary<Optional<Integer>> lengths = Arbitraries.of(0, 1, 8, 12).optional(0.4);
        return Combinators.combine(
                        ENTERPRISES,
                        Arbitraries.of("旧名", "新名"),
                        UNITS,
                        Arbitraries.of(Scope.class),
                        FIRST_MONTHS,
                        lengths,
                        Arbitraries.of(false, true))
                .as((enterprise, name, unit, scope, from, length, synthetic) -> new Registration(
                        enterprise, name, unit, scope, "", from, length.map(from::plusMonths), synthetic));
    }

    private static Arbitrary<EnterpriseReport> reports() {
        return Combinators.combine(
                        ENTERPRISES,
                        PERIODS,
                        amounts(),
                        amounts().optional(0.6),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.of(false, true))
                .as((enterprise, period, revenue, retail, revision, synthetic) ->
                        new EnterpriseReport(enterprise, period, revenue, retail, revision, FILED, synthetic));
    }

    private static Arbitrary<YearOverYear> amounts() {
        Arbitrary<Money> money = Arbitraries.frequencyOf(
                        Tuple.of(1, Arbitraries.of(0L, 1L, 10_000_000_000_000L)),
                        Tuple.of(3, Arbitraries.longs().between(0, 2_000)))
                .map(Money::new);
        return Combinators.combine(money, money).as(YearOverYear::new);
    }
}
