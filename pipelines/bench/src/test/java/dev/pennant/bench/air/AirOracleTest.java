package dev.pennant.bench.air;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.bench.check.Comparison;
import dev.pennant.core.air.Pollutant;
import dev.pennant.core.catalogue.Catalogue;
import dev.pennant.core.period.ReportingHour;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AirOracleTest {
    private static final Catalogue CATALOGUE = Catalogue.shipped();
    private static final AirHistory HISTORY = AirHistory.yearsThrough(
            LocalDate.of(2026, 4, 15), 2, 5, CATALOGUE.units().townships().subList(0, 3));

    @Test
    void coreTellsWhatTheOracleHasAcrossAChangeOfStandards() throws Exception {
        Map<String, UnitFigures> figures = new HistoryEvaluation(HISTORY, CATALOGUE).run(2);
        Map<String, UnitFigures> expected = new AirOracle(HISTORY, CATALOGUE).figures(2);

        Comparison comparison = new Comparison();
        expected.forEach((unit, right) -> figures.get(unit).compare(unit, right, comparison));
        assertThat(figures).hasSameSizeAs(expected);
        assertThat(comparison.differences().first()).isEmpty();
        assertThat(comparison.differences().cells())
                .isEqualTo(
                        figures.values().stream().mapToLong(UnitFigures::size).sum());
    }

    @Test
    void aFigureThatIsWrongMissingOrTooManyIsADifference() {
        UnitFigures right = new UnitFigures();
        right.days().put(1, new int[] {1, 2});
        right.spans().put("2020-10", new int[] {3});
        UnitFigures wrong = new UnitFigures();
        wrong.days().put(1, new int[] {1, 3});
        wrong.spans().put("2020-11", new int[] {3});

        Comparison comparison = new Comparison();
        wrong.compare("3304", right, comparison);

        assertThat(comparison.differences().count()).isEqualTo(3);
        assertThat(comparison.differences().sentences("job"))
                .contains("job: 3 cells compared, 3 DIFFER")
                .contains("day of 3304 1: the job has [1, 3], the oracle [1, 2]");
    }

    @Test
    void aHistoryIsTheSameAtEveryCallAndHasCorrectionsGapsAndDust() {
        int corrected = 0;
        int missing = 0;
        int dust = 0;
        for (int hour = HISTORY.firstHour(); hour < HISTORY.endHour(); hour++) {
            int[] ticks = HISTORY.ticks(0, hour, 0);
            assertThat(HISTORY.ticks(0, hour, 0)).isEqualTo(ticks);
            corrected += HISTORY.lastRevision(0, hour);
            missing += ticks[Pollutant.O3.place()] == Pollutant.MISSING ? 1 : 0;
            dust += ReportingHour.hourOfDay(hour) == 0 && HISTORY.isDust(ReportingHour.day(hour)) ? 1 : 0;
        }
        int hours = HISTORY.endHour() - HISTORY.firstHour();
        assertThat(corrected).isBetween(hours / 200, hours / 50);
        assertThat(missing).isBetween(hours / 400, hours / 50);
        assertThat(dust).isBetween(1, 40);
        assertThat(HISTORY.stationHours()).isEqualTo(5L * hours);
        assertThat(HISTORY.readings()).isGreaterThan(HISTORY.stationHours());
    }
}
