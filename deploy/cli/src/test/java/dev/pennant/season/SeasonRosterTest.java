package dev.pennant.season;

import static dev.pennant.season.KnownSeason.BOTH;
import static dev.pennant.season.KnownSeason.COUNT;
import static dev.pennant.season.KnownSeason.DANGHU;
import static dev.pennant.season.KnownSeason.DESIGNATED;
import static dev.pennant.season.KnownSeason.EVENTS;
import static dev.pennant.season.KnownSeason.registrations;
import static dev.pennant.season.KnownSeason.revenue;
import static dev.pennant.season.KnownSeason.townships;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.core.revenue.Registration;
import dev.pennant.season.BatchCount.Total;
import dev.pennant.season.SeasonEvent.Registered;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class SeasonRosterTest {
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
                registered.add(event.owner());
            } else if (!registered.contains(event.owner())) {
                waiting.add(event.owner());
            }
        }
        assertThat(waiting).hasSizeBetween(5, 100);
        assertThat(registered).containsAll(waiting);
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

    @Test
    void coverageIsMostlyButNotAlwaysComplete() {
        List<Total> october = townships("2020-10", BOTH);
        assertThat(october.stream().filter(Total::isComplete).count()).isBetween(45L, 70L);
        assertThat(october).allSatisfy(total -> assertThat(total.reported()).isGreaterThan(total.expected() * 9 / 10));
        assertThat(townships("2020-11", BOTH).stream().filter(Total::isComplete).count())
                .isBetween(10L, 60L);
    }

    @Test
    void growthVariesFallsInSomeUnitsAndMeansNothingInTwo() {
        List<Total> october = townships("2020-10", BOTH);
        assertThat(october.stream()
                        .filter(total -> total.current() < total.lastYear())
                        .count())
                .isBetween(10L, 60L);
        List<Total> designated = townships("2020-10", DESIGNATED);
        assertThat(designated.stream().filter(total -> total.lastYear() == 0)).hasSize(2);
        assertThat(designated).allSatisfy(total -> assertThat(total.current()).isPositive());
    }

    @Test
    void comparableGrowthIsNotTheRatioOfTwoPublishedTotals() {
        Total now = revenue(DANGHU, "2020-10", BOTH);
        Total aYearBefore = revenue(DANGHU, "2019-10", BOTH);
        assertThat(now.lastYear()).isNotEqualTo(aYearBefore.current());
    }
}
