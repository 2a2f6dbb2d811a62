package dev.pennant.core.standings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.core.period.Period;
import dev.pennant.core.standings.Race.Event;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** What readers see in the end depends on what came, not on its order, on how it was bundled, or on how units and indicators are listed. */
final class StandingsInAnyOrderTest {
    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void anyOrderBundleAndDuplicationGivesWhatTheOracleComputesAtOnce(@ForAll long seed) {
        Random chance = new Random(seed);
        Race race = withoutContradictions(Race.of(chance));
        List<Event> order = shuffledAndDoubled(race.events(), chance);

        Map<Period, ScoredStanding> outcome = race.outcome(order, chance);

        outcome.forEach((period, scored) -> assertThat(ranks(scored.standing()))
                .as("%s of %s", period, race)
                .isEqualTo(new NaiveRanking(race, period).ranks()));
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void theOrderOfIndicatorsChangesNothing(@ForAll long seed) {
        Random chance = new Random(seed);
        Race race = withoutContradictions(Race.of(chance));
        List<Integer> lines = new ArrayList<>(race.lines());
        Collections.shuffle(lines, chance);
        Race other = race.withLines(lines);

        Map<Period, ScoredStanding> one = race.outcome(race.events(), chance);
        Map<Period, ScoredStanding> two = other.outcome(other.events(), chance);

        assertThat(two.keySet()).isEqualTo(one.keySet());
        one.forEach((period, scored) ->
                assertThat(ranks(two.get(period).standing())).isEqualTo(ranks(scored.standing())));
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void theOrderOfUnitsChangesNothing(@ForAll long seed) {
        Random chance = new Random(seed);
        Race race = withoutContradictions(Race.of(chance));
        List<CompetitionUnit> units = new ArrayList<>(race.competition().units().named());
        Collections.shuffle(units, chance);

        Map<Period, ScoredStanding> one = race.outcome(race.events(), new Random(seed));
        Map<Period, ScoredStanding> two = race.withUnits(units).outcome(race.events(), new Random(seed));

        assertThat(two).isEqualTo(one);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void everySnapshotIsAValidStandingWhosePointsAddUp(@ForAll long seed) {
        Random chance = new Random(seed);
        Race race = withoutContradictions(Race.of(chance));

        race.outcome(race.events(), chance).values().forEach(scored -> {
            List<StandingRow> ranked = scored.standing().rows().stream()
                    .filter(StandingRow::isRanked)
                    .toList();
            for (int place = 0; place < ranked.size(); place++) {
                StandingRow row = ranked.get(place);
                boolean shared = place > 0 && ranked.get(place - 1).rank() == row.rank();
                assertThat(row.rank()).isEqualTo(shared ? ranked.get(place - 1).rank() : place + 1);
                long points = scored.scores().stream()
                        .filter(score -> score.unit().equals(row.unit().code()))
                        .mapToLong(UnitScore::points)
                        .sum();
                assertThat(row.score()).isEqualTo(points + row.adjusted());
                assertThat(row.gap().isPresent()).isEqualTo(row.rank() > 1);
                assertThat(row.gap().orElse(0L)).isNotNegative();
                assertThat(row.reason()).isEmpty();
                assertThat(row.move()).isPresent();
            }
            assertThat(scored.standing().rows())
                    .hasSize(race.competition().units().named().size())
                    .filteredOn(row -> !row.isRanked())
                    .allMatch(row -> row.reason().isPresent() && row.list().isEmpty());
        });
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void thePreviousRankIsTheOneOfTheLastPeriodBeforeThatAnybodyIsRankedIn(@ForAll long seed) {
        Random chance = new Random(seed);
        Race race = withoutContradictions(Race.of(chance));
        Map<Period, ScoredStanding> outcome = race.outcome(shuffledAndDoubled(race.events(), chance), chance);
        Map<String, Integer> previous = new TreeMap<>();
        for (Period period : Race.PERIODS) {
            ScoredStanding scored = outcome.get(period);
            if (scored == null) {
                continue;
            }
            Map<String, Integer> ranks = new TreeMap<>();
            for (StandingRow row : scored.standing().rows()) {
                assertThat(row.previousRank())
                        .isEqualTo(previous.getOrDefault(row.unit().code(), Scores.NOT_RANKED));
                ranks.put(row.unit().code(), row.rank());
            }
            if (ranks.values().stream().anyMatch(rank -> rank != Scores.NOT_RANKED)) {
                previous.clear();
                previous.putAll(ranks);
            }
        }
    }

    /** Of two entries under one identity the first stands, whichever that is: there is but one here. */
    private static Race withoutContradictions(Race race) {
        Set<String> seen = new HashSet<>();
        List<Event> events = race.events().stream()
                .filter(event -> !(event instanceof Event.Adjusted adjusted)
                        || seen.add(adjusted.adjustment().period()
                                + adjusted.adjustment().unit()
                                + adjusted.adjustment().adjustedAt()
                                + adjusted.adjustment().reason()))
                .toList();
        return new Race(race.competition(), events);
    }

    private static List<Event> shuffledAndDoubled(List<Event> events, Random chance) {
        List<Event> order = new ArrayList<>(events);
        events.stream().filter(event -> chance.nextInt(3) == 0).forEach(order::add);
        Collections.shuffle(order, chance);
        return order;
    }

    private static Map<String, String> ranks(Standing standing) {
        Map<String, String> ranks = new TreeMap<>();
        standing.rows()
                .forEach(row -> ranks.put(
                        row.unit().code(),
                        row.isRanked()
                                ? row.rank() + " "
                                        + BigDecimal.valueOf(row.score(), 2).toPlainString()
                                : "0"));
        return ranks;
    }
}
