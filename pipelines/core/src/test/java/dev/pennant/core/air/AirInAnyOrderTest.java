package dev.pennant.core.air;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.core.catalogue.Catalogue;
import dev.pennant.core.period.ReportingHour;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** Air kept up reading by reading against a batch oracle: what is shown depends on what was measured, not on the order in which it came. */
final class AirInAnyOrderTest {
    private static final AirStandards STANDARDS = Catalogue.shipped().airStandards();
    private static final List<Integer> ALL =
            IntStream.range(0, AirSeason.STATIONS).boxed().toList();

    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void anyOrderOfReadingsCorrectionsAndDustGivesWhatTheOracleComputesAtOnce(@ForAll long seed) {
        Random chance = new Random(seed);
        AirSeason season = AirSeason.of(chance);
        AirBoard board = new AirBoard(2026, STANDARDS);
        play(season, board, chance);
        AirOracle oracle = new AirOracle(season, STANDARDS);

        assertHours(board, oracle);
        assertShows(board.unit(), oracle, ALL);
        for (int station : ALL) {
            assertShows(board.station(station), oracle, List.of(station));
        }
    }

    private static void play(AirSeason season, AirBoard board, Random chance) {
        List<Runnable> events = new ArrayList<>();
        season.readings().forEach(reading -> events.add(() -> board.read(reading)));
        season.dustDays().forEach(day -> events.add(() -> board.markDust(day)));
        events.add(board::restore);
        Collections.shuffle(events, chance);
        events.forEach(Runnable::run);
    }

    private static void assertHours(AirBoard board, AirOracle oracle) {
        for (int hour = ReportingHour.firstHour(AirSeason.FIRST);
                hour < ReportingHour.firstHour(AirSeason.LAST + 1);
                hour++) {
            for (Pollutant pollutant : Pollutant.all()) {
                int expected = oracle.hour(ALL, hour, pollutant)
                        .map(steps -> steps.intValueExact())
                        .orElse(Pollutant.MISSING);
                assertThat(board.unitHour(hour).steps(pollutant)).isEqualTo(expected);
            }
        }
    }

    private static void assertShows(AirYear year, AirOracle oracle, List<Integer> stations) {
        for (int day = AirSeason.FIRST; day <= AirSeason.LAST; day++) {
            StationMeans means = year.day(day).orElse(StationMeans.ofDay());
            for (Pollutant pollutant : Pollutant.all()) {
                int expected = oracle.day(stations, day, pollutant)
                        .map(steps -> steps.rounded(0).intValueExact())
                        .orElse(Pollutant.MISSING);
                assertThat(means.steps(pollutant)).isEqualTo(expected);
            }
        }
        int first = AirSpan.yearThrough(AirSeason.LAST).first();
        RunningYear running = new RunningYear(year, STANDARDS);
        for (int day = AirSeason.FIRST; day <= AirSeason.LAST; day++) {
            DayStatistics sums = running.through(day);
            AirSpan span = AirSpan.yearThrough(day);
            assertThat(shown(sums.published(span)))
                    .isEqualTo(oracle.statistics(stations, first, day, Optional.empty(), STANDARDS.limitsOn(day)));
            assertThat(shown(sums.base(span, AirSeason.LAST)))
                    .isEqualTo(oracle.statistics(
                            stations,
                            first,
                            day,
                            Optional.of(STANDARDS.on(AirSeason.LAST)),
                            STANDARDS.limitsOn(AirSeason.LAST)));
        }
        AirSpan month = AirSpan.monthThrough(AirSeason.LAST);
        assertThat(shown(year.through(month, STANDARDS).published(month)))
                .isEqualTo(oracle.statistics(
                        stations, month.first(), month.last(), Optional.empty(), STANDARDS.limitsOn(month.last())));
    }

    private static Map<String, String> shown(AirStatistics statistics) {
        Map<String, String> shown = new TreeMap<>();
        Map<AirLevel, Integer> levels = new TreeMap<>();
        for (AirLevel level : AirLevel.all()) {
            if (statistics.days(level) > 0) {
                levels.put(level, statistics.days(level));
            }
        }
        shown.put("levels", levels.toString());
        for (Pollutant pollutant : Pollutant.all()) {
            Optional<PollutantStatistics> of = statistics.of(pollutant);
            if (of.isEmpty()) {
                return shown;
            }
            shown.put(
                    pollutant.id(),
                    of.get().mean().rounded(0) + " " + of.get().percentile().rounded(0));
        }
        statistics.publishedComposite().ifPresent(composite -> shown.put("composite", composite.toPlainString()));
        return shown;
    }
}
