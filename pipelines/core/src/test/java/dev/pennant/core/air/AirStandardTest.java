package dev.pennant.core.air;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.core.catalogue.Catalogue;
import dev.pennant.core.period.ReportingHour;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

final class AirStandardTest {
    private static final AirStandards STANDARDS = Catalogue.shipped().airStandards();
    /** Beyond the end of every column. */
    private static final int MOST_STEPS = 3_000;

    private static final AirStandard OLD = on("2026-02-28");
    private static final AirStandard NEW = on("2026-03-01");

    /** Every point of the table and both its neighbours, with what exact fractions give there. */
    @ParameterizedTest
    @CsvFileSource(resources = "/air/individual-indices.csv", numLinesToSkip = 1)
    void anIndexIsRoundedUpOnEachSegmentOfTheTable(
            String standard, BreakpointColumn column, BigDecimal concentration, int index) {
        AirStandard judge = standard.equals(OLD.id()) ? OLD : NEW;
        Pollutant pollutant = Pollutant.all().stream()
                .filter(candidate -> column.name().startsWith(candidate.name() + "_"))
                .findFirst()
                .orElseThrow();
        int steps = concentration.movePointRight(column.decimals()).intValueExact();

        assertThat(judge.id()).isEqualTo(standard);
        if (pollutant.daily() == column) {
            assertThat(judge.dailyIndex(pollutant, steps)).isEqualTo(index);
        }
        if (pollutant.hourly() == column) {
            assertThat(judge.hourlyIndex(pollutant, steps)).isEqualTo(index);
        }
    }

    @ParameterizedTest
    @CsvSource({"PM2_5, 75, 100, 114", "PM10, 150, 100, 112", "PM2_5, 35, 50, 50", "PM10, 50, 50, 50"})
    void theNewStandardIsStricterOnParticulates(Pollutant pollutant, int steps, int before, int after) {
        assertThat(OLD.dailyIndex(pollutant, steps)).isEqualTo(before);
        assertThat(NEW.dailyIndex(pollutant, steps)).isEqualTo(after);
        assertThat(OLD.hourlyIndex(pollutant, steps)).isEqualTo(before);
        assertThat(NEW.hourlyIndex(pollutant, steps)).isEqualTo(after);
    }

    @ParameterizedTest
    @CsvSource({"350, 115", "850, 165"})
    void nitrogenDioxideByTheHourIsReadInItsOwnColumn(int steps, int index) {
        assertThat(OLD.hourlyIndex(Pollutant.NO2, steps)).isEqualTo(index);
        assertThat(NEW.hourlyIndex(Pollutant.NO2, steps)).isEqualTo(index);
    }

    @ParameterizedTest
    @CsvSource({"800, 200, 200", "801, 201, 200", "1600, 300, 200", "2620, 500, 200", "9999, 500, 200"})
    void anHourOfSulphurDioxideAboveTheEndIsReadInTheColumnOfADayOrCappedSince2026(int steps, int before, int after) {
        assertThat(OLD.hourlyIndex(Pollutant.SO2, steps)).isEqualTo(before);
        assertThat(NEW.hourlyIndex(Pollutant.SO2, steps)).isEqualTo(after);
    }

    @ParameterizedTest
    @CsvSource({"800, 300, 300", "801, 301, 300", "1000, 400, 300", "1200, 500, 300", "1201, 500, 300"})
    void eightHoursOfOzoneAboveTheEndAreReadInTheColumnOfAnHourOrCappedSince2026(int steps, int before, int after) {
        assertThat(OLD.dailyIndex(Pollutant.O3, steps)).isEqualTo(before);
        assertThat(NEW.dailyIndex(Pollutant.O3, steps)).isEqualTo(after);
    }

    /** What is up to the end of a level is of it or a better one, and what is above is of a worse one. */
    @Test
    void everyLevelEndsWhereTheIndicesDo() {
        for (AirStandard standard : STANDARDS.standards()) {
            for (Pollutant pollutant : Pollutant.all()) {
                for (AirLevel level : AirLevel.all()) {
                    OptionalInt end = standard.endOf(level, pollutant);
                    for (int steps = 0; steps <= MOST_STEPS; steps++) {
                        boolean within = AirLevel.of(standard.dailyIndex(pollutant, steps))
                                        .compareTo(level)
                                <= 0;
                        assertThat(within)
                                .as("%s, %s %s, %s", standard, steps, pollutant, level)
                                .isEqualTo(end.isEmpty() || steps <= end.getAsInt());
                    }
                }
            }
        }
    }

    @Test
    void withAnItemMissingOnlyPollutionIsPublishedSince2026() {
        assertThat(OLD.bestWithMissingItems()).isEqualTo(AirLevel.EXCELLENT);
        assertThat(NEW.bestWithMissingItems()).isEqualTo(AirLevel.LIGHT_POLLUTION);
    }

    @Test
    void theStandardIsThatOfTheDay() {
        assertThat(on("2009-01-01").id()).isEqualTo("HJ 633-2012");
        assertThat(on("2026-02-28").id()).isEqualTo("HJ 633-2012");
        assertThat(on("2026-03-01").id()).isEqualTo("HJ 633-2026");
        assertThat(on("2040-01-01").id()).isEqualTo("HJ 633-2026");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-28, 60, 40, 70, 35, 40, 160",
        "2026-03-01, 60, 40, 60, 30, 40, 160",
        "2030-12-31, 60, 40, 60, 30, 40, 160",
        "2031-01-01, 20, 30, 50, 25, 40, 160",
    })
    void theYearlyLimitsAreThoseOfTheDay(LocalDate date, int so2, int no2, int pm10, int fine, int co, int o3) {
        AnnualLimits limits = STANDARDS.limitsOn(ReportingHour.day(date));

        assertThat(List.of(Pollutant.SO2, Pollutant.NO2, Pollutant.PM10, Pollutant.PM2_5, Pollutant.CO, Pollutant.O3))
                .extracting(limits::of)
                .containsExactly(so2, no2, pm10, fine, co, o3);
    }

    @Test
    void theIndexOfTheAirIsTheLargestAndAllAtItArePrimary() {
        AirIndex air = OLD.day(new int[] {75, 150, 10, 10, 5, 100});

        assertThat(air.aqi()).isEqualTo(100);
        assertThat(air.primary()).containsExactly(Pollutant.PM2_5, Pollutant.PM10);
        assertThat(air.level()).contains(AirLevel.GOOD);
        assertThat(air.of(Pollutant.O3)).isEqualTo(50);
    }

    @Test
    void atFiftyNothingIsPrimaryAndAtFiftyOneItIs() {
        assertThat(OLD.day(new int[] {35, 50, 0, 0, 0, 0}).primary()).isEmpty();
        assertThat(OLD.day(new int[] {35, 51, 0, 0, 0, 0}).primary()).containsExactly(Pollutant.PM10);
    }

    @ParameterizedTest
    @CsvSource({"35, -1", "60, -1", "61, 101"})
    void since2026AMissingItemLeavesTheIndexOpenUpToOneHundred(int fine, int aqi) {
        int[] steps = {fine, Pollutant.MISSING, 10, 10, 5, 80};

        AirIndex air = NEW.day(steps);

        assertThat(air.aqi()).isEqualTo(aqi);
        assertThat(air.level().isPresent()).isEqualTo(aqi > 0);
        assertThat(air.of(Pollutant.PM10)).isEqualTo(Pollutant.MISSING);
        assertThat(OLD.day(steps).isPublished()).isTrue();
    }

    @Test
    void withoutAnyItemThereIsNoIndex() {
        int[] nothing = new int[Pollutant.COUNT];
        Arrays.fill(nothing, Pollutant.MISSING);

        assertThat(OLD.hour(nothing).isPublished()).isFalse();
        assertThat(NEW.hour(nothing).isPublished()).isFalse();
        assertThat(OLD.hour(nothing).primary()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 优, '0,228,0', true",
        "50, 优, '0,228,0', true",
        "51, 良, '255,255,0', true",
        "100, 良, '255,255,0', true",
        "101, 轻度污染, '255,126,0', false",
        "150, 轻度污染, '255,126,0', false",
        "151, 中度污染, '255,0,0', false",
        "200, 中度污染, '255,0,0', false",
        "201, 重度污染, '153,0,76', false",
        "300, 重度污染, '153,0,76', false",
        "301, 严重污染, '126,0,35', false",
        "500, 严重污染, '126,0,35', false",
    })
    void aLevelHasItsNameAndItsColour(int aqi, String label, String color, boolean good) {
        AirLevel level = AirLevel.of(aqi);

        assertThat(level.label()).isEqualTo(label);
        assertThat(level.isGood()).isEqualTo(good);
        assertThat(String.format(
                        Locale.ROOT, "%d,%d,%d", level.color() >> 16, level.color() >> 8 & 255, level.color() & 255))
                .isEqualTo(color);
    }

    @ParameterizedTest
    @CsvSource({"PM2_5, 145, 14", "PM2_5, 155, 16", "PM2_5, 156, 16", "PM2_5, 154, 15", "CO, 1250, 12", "CO, 1350, 14"})
    void aConcentrationIsRoundedHalfToEvenBeforeItIsLookedUp(Pollutant pollutant, int ticks, int steps) {
        assertThat(pollutant.steps(ticks)).isEqualTo(steps);
    }

    @Test
    void aConcentrationIsPublishedInMicrogramsAndThatOfCarbonMonoxideInMilligrams() {
        assertThat(Pollutant.O3.published(160)).isEqualTo("160");
        assertThat(Pollutant.CO.published(12)).isEqualTo("1.2");
    }

    private static AirStandard on(String date) {
        return STANDARDS.on(ReportingHour.day(LocalDate.parse(date)));
    }
}
