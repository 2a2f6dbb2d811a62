package dev.pennant.core.air;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.core.catalogue.Catalogue;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class StationDayTest {
    private static final AirValidity VALIDITY =
            Catalogue.shipped().airStandards().validity();

    private final int[] ticks = new int[StationDay.VALUES];

    StationDayTest() {
        Arrays.fill(ticks, Pollutant.MISSING);
    }

    @ParameterizedTest
    @EnumSource(value = Pollutant.class, names = "O3", mode = EnumSource.Mode.EXCLUDE)
    void twentyHoursMakeADayAndNineteenDoNot(Pollutant pollutant) {
        set(pollutant, 0, 20, 300);
        assertThat(day().means().steps(pollutant)).isEqualTo(300 / pollutant.ticksOfStep());
        assertThat(day().shortages()).noneMatch(shortage -> shortage.pollutant() == pollutant);

        set(pollutant, 7, 8, Pollutant.MISSING);
        assertThat(day().means().isMissing(pollutant)).isTrue();
        assertThat(day().shortages()).contains(new Shortage(pollutant, 19, 20, Shortage.Counted.HOURS));
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 21, 22, 23, 24})
    void theMeanIsOfTheHoursThatAreThere(int hours) {
        set(Pollutant.PM10, 0, hours, 350);
        assertThat(day().means().sum(Pollutant.PM10)).isEqualTo(350L * StationMeans.PARTS_OF_DAY);
    }

    @Test
    void aDayIsRoundedOnceHalfToEven() {
        set(Pollutant.PM2_5, 0, 12, 140);
        set(Pollutant.PM2_5, 12, 24, 150);
        assertThat(day().means().steps(Pollutant.PM2_5)).isEqualTo(14);

        set(Pollutant.PM2_5, 0, 12, 160);
        assertThat(day().means().steps(Pollutant.PM2_5)).isEqualTo(16);

        set(Pollutant.PM2_5, 23, 24, 149);
        assertThat(day().means().steps(Pollutant.PM2_5)).isEqualTo(15);
    }

    @Test
    void zeroIsAValue() {
        set(Pollutant.SO2, 0, 24, 0);
        assertThat(day().means().steps(Pollutant.SO2)).isZero();
        assertThat(day().means().isMissing(Pollutant.SO2)).isFalse();
    }

    @Test
    void fourteenMeansOfEightHoursMakeADayAndThirteenDoNot() {
        set(Pollutant.O3, 5, 24, 1000);
        assertThat(day().means().steps(Pollutant.O3)).isEqualTo(100);

        set(Pollutant.O3, 5, 6, Pollutant.MISSING);
        assertThat(day().means().isMissing(Pollutant.O3)).isTrue();
        assertThat(day().shortages()).contains(new Shortage(Pollutant.O3, 13, 14, Shortage.Counted.EIGHT_HOUR_MEANS));
    }

    @ParameterizedTest
    @CsvSource({"1600, -1", "1605, -1", "1606, 161", "1610, 161"})
    void withFewerMeansADayCountsOnlyAboveTheLimitAfterRounding(int everyHour, int steps) {
        set(Pollutant.O3, 6, 24, everyHour);
        assertThat(day().means().steps(Pollutant.O3)).isEqualTo(steps);
    }

    @Test
    void sixOfEightHoursMakeAMeanAndFiveDoNot() {
        set(Pollutant.O3, 0, 6, 2000);
        assertThat(day().means().steps(Pollutant.O3)).isEqualTo(200);

        set(Pollutant.O3, 0, 1, Pollutant.MISSING);
        assertThat(day().means().isMissing(Pollutant.O3)).isTrue();
        assertThat(day().shortages()).contains(new Shortage(Pollutant.O3, 0, 14, Shortage.Counted.EIGHT_HOUR_MEANS));
    }

    /** The first eight hours of the day end at 08:00, the last at 24:00. */
    @ParameterizedTest
    @ValueSource(ints = {0, 8, 16})
    void theLargestMeanIsFoundWhereverInTheDayItIs(int from) {
        set(Pollutant.O3, 0, 24, 0);
        set(Pollutant.O3, from, from + 8, 1200);
        assertThat(day().means().steps(Pollutant.O3)).isEqualTo(120);
    }

    @Test
    void aMeanOfSixHoursCanBeTheLargest() {
        set(Pollutant.O3, 0, 24, 900);
        set(Pollutant.O3, 10, 12, Pollutant.MISSING);
        set(Pollutant.O3, 12, 18, 1500);
        assertThat(day().means().steps(Pollutant.O3)).isEqualTo(150);
    }

    @Test
    void anEmptyDayLacksEverything() {
        assertThat(day().shortages())
                .extracting(Shortage::toString)
                .containsExactly(
                        "pm2_5: 0 of 20 hours",
                        "pm10: 0 of 20 hours",
                        "so2: 0 of 20 hours",
                        "no2: 0 of 20 hours",
                        "co: 0 of 20 hours",
                        "o3: 0 of 14 eight-hour means");
    }

    @Test
    void aFullDayHasAnIndexOfDailyColumns() {
        for (Pollutant pollutant : Pollutant.all()) {
            set(pollutant, 0, 24, 750);
        }
        AirIndex index =
                Catalogue.shipped().airStandards().on(0).day(day().means().steps());

        assertThat(day().shortages()).isEmpty();
        assertThat(index.aqi()).isEqualTo(100);
        assertThat(index.primary()).containsExactly(Pollutant.PM2_5);
    }

    private StationDay day() {
        return StationDay.of(ticks, VALIDITY);
    }

    private void set(Pollutant pollutant, int fromHour, int toHour, int value) {
        for (int hour = fromHour; hour < toHour; hour++) {
            ticks[hour * Pollutant.COUNT + pollutant.place()] = value;
        }
    }
}
