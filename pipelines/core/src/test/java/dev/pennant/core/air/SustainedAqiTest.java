package dev.pennant.core.air;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.pennant.core.catalogue.Catalogue;
import dev.pennant.core.indicator.Coverage;
import dev.pennant.core.indicator.Growth;
import dev.pennant.core.indicator.IndicatorValue;
import dev.pennant.core.indicator.Measure;
import dev.pennant.core.indicator.Version;
import dev.pennant.core.period.ReportingHour;
import dev.pennant.core.period.SingleDay;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SustainedAqiTest {
    private static final String DANGHU = "330482001";
    private static final AirStandards STANDARDS = Catalogue.shipped().airStandards();
    private static final SustainedAqi THREE_HOURS = new SustainedAqi(3, new Measure("AQI"));
    private static final LocalDate DAY = LocalDate.of(2020, 10, 7);
    private static final int NONE = Pollutant.MISSING;

    /** The hours from midnight on; those after them are missing. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "                                   |",
                "200                                |",
                "200 210                            |",
                "200 210 190                        | 190",
                "200 210  -1 190 180                |",
                "200 210  -1 190 180 170            | 170",
                "160 160 160                        | 160",
                " 40  90 160 170 165  80 170 170  60| 160",
                "151 151 151  20  20 151 151 151    | 151",
                "  0   0   0                        | 0",
            })
    void itIsTheHighestThatThreeConsecutiveHoursAllReached(String hours, Integer highest) {
        assertThat(THREE_HOURS.highest(day(hours)))
                .isEqualTo(highest == null ? OptionalInt.empty() : OptionalInt.of(highest));
    }

    @Test
    void theLastHoursOfADayMakeARunAndTheNextDayBeginsAnew() {
        int[] evening = day("");
        Arrays.fill(evening, 21, 24, 155);
        int[] morning = day("155 155");

        assertThat(THREE_HOURS.highest(evening)).hasValue(155);
        assertThat(THREE_HOURS.highest(morning)).isEmpty();
    }

    /** The oracle goes down level by level, and looks for the first that so many consecutive hours all reached. */
    @Property(tries = 500)
    void anyHoursHaveWhatTheOracleFindsLevelByLevel(@ForAll long seed, @ForAll @IntRange(min = 1, max = 24) int hours) {
        Random chance = new Random(seed);
        int[] day = IntStream.range(0, ReportingHour.PER_DAY)
                .map(slot -> chance.nextInt(5) == 0 ? NONE : chance.nextInt(8))
                .toArray();
        OptionalInt expected = IntStream.iterate(8, level -> level >= 0, level -> level - 1)
                .filter(level -> longestRun(day, level) >= hours)
                .findFirst();

        assertThat(new SustainedAqi(hours, new Measure("AQI")).highest(day)).isEqualTo(expected);
    }

    private static int longestRun(int[] day, int level) {
        int longest = 0;
        int run = 0;
        for (int aqi : day) {
            run = aqi >= level ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }

    @Test
    void aDayThatIsUnderWayHasWhatItsFirstHoursReached() {
        IndicatorValue value = value(3, 4);

        assertThat(value.indicator()).isEqualTo("air-aqi-3h");
        assertThat(value.period()).isEqualTo(new SingleDay(DAY, 4));
        assertThat(value.value()).isEqualByComparingTo("160");
        assertThat(value.base()).isNull();
        assertThat(value.growth()).isEqualTo(Growth.NOT_MEANINGFUL);
        assertThat(value.coverage()).isEqualTo(new Coverage(3, 24, 20, false));
        assertThat(value.coverage().status()).isEqualTo(Coverage.Status.PROVISIONAL);
    }

    @Test
    void twoHoursAreNoRunAndNobodyStandsBehindTheValue() {
        assertThat(value(2, 24).coverage()).isEqualTo(new Coverage(0, 24, 20, true));
    }

    @Test
    void aDayThatIsOverIsCompleteWithTheHoursThatADailyMeanNeeds() {
        assertThat(value(19, 24).coverage().status()).isEqualTo(Coverage.Status.PROVISIONAL);
        assertThat(value(20, 24).coverage().status()).isEqualTo(Coverage.Status.COMPLETE);
    }

    @Test
    void aCorrectionLowersAndRaisesIt() {
        UnitDay day = new UnitDay(ReportingHour.day(DAY));
        StationHours station = hours(day.day(), 3, 1220);
        day.add(station, STANDARDS.validity());
        assertThat(THREE_HOURS.highest(JudgedDay.of(day, STANDARDS).hourlyAqi()))
                .hasValue(160);

        day.remove(station, STANDARDS.validity());
        station.file(ReportingHour.firstHour(day.day()) + 1, 1, ticks(700), false);
        day.add(station, STANDARDS.validity());
        assertThat(THREE_HOURS.highest(JudgedDay.of(day, STANDARDS).hourlyAqi()))
                .hasValue(94);

        day.remove(station, STANDARDS.validity());
        station.file(ReportingHour.firstHour(day.day()) + 1, 2, ticks(3500), false);
        day.add(station, STANDARDS.validity());
        assertThat(THREE_HOURS.highest(JudgedDay.of(day, STANDARDS).hourlyAqi()))
                .hasValue(160);
    }

    /** PM2.5 of 70 µg/m³ is an AQI of 94 by the standard of 2012, and of 110 by that of 2026. */
    @Test
    void hoursAreJudgedByTheStandardOfTheirDate() {
        assertThat(THREE_HOURS.highest(judged("2026-02-28", 700))).hasValue(94);
        assertThat(THREE_HOURS.highest(judged("2026-03-01", 700))).hasValue(110);
    }

    /** The mean of 70 and 110 µg/m³ is 90; the AQI of that is less than the mean of both. */
    @Test
    void theHoursOfAUnitAreThoseOfTheMeanOfItsStations() {
        int day = ReportingHour.day(DAY);
        UnitDay unit = new UnitDay(day);
        for (int fine : new int[] {700, 1100}) {
            unit.add(hours(day, 3, fine), STANDARDS.validity());
        }

        assertThat(THREE_HOURS.highest(JudgedDay.of(unit, STANDARDS).hourlyAqi()))
                .hasValue(119);
    }

    @Test
    void anIdNamesItsHours() {
        assertThat(SustainedAqi.hoursOf(THREE_HOURS.id())).hasValue(3);
        assertThat(SustainedAqi.hoursOf("air-aqi-24h")).hasValue(24);
        assertThat(SustainedAqi.hoursOf("air-aqi-03h")).isEmpty();
        assertThat(SustainedAqi.hoursOf("air-pm25")).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SustainedAqi.hoursOf("air-aqi-25h"))
                .withMessage("a day has no 25 consecutive hours");
        assertThatIllegalArgumentException().isThrownBy(() -> new SustainedAqi(0, new Measure("AQI")));
    }

    @Test
    void theCatalogueHasTheOneOfThreeHours() {
        assertThat(Catalogue.shipped().sustainedAqi()).containsExactly(THREE_HOURS);
    }

    /** The value of a day whose first hours have an AQI of 160. */
    private static IndicatorValue value(int measured, int covered) {
        UnitDay unit = new UnitDay(ReportingHour.day(DAY));
        unit.add(hours(unit.day(), measured, 1220), STANDARDS.validity());
        return THREE_HOURS.value(
                DANGHU,
                JudgedDay.of(unit, STANDARDS),
                covered,
                STANDARDS.validity().hoursOfDay(),
                false,
                new Version(1, 2),
                Instant.EPOCH);
    }

    /** The first hours of a day at a station. */
    private static StationHours hours(int day, int measured, int fine) {
        StationHours station = StationHours.ofDay(day);
        for (int slot = 0; slot < measured; slot++) {
            station.file(ReportingHour.firstHour(day) + slot, 0, ticks(fine), false);
        }
        return station;
    }

    private static int[] judged(String date, int fine) {
        int day = ReportingHour.day(LocalDate.parse(date));
        UnitDay unit = new UnitDay(day);
        unit.add(hours(day, 3, fine), STANDARDS.validity());
        return JudgedDay.of(unit, STANDARDS).hourlyAqi();
    }

    /** An hour with a PM2.5 of so many tenths of µg/m³, and little of the rest; 1220 are an AQI of 160. */
    private static int[] ticks(int fine) {
        return new int[] {fine, 100, 80, 300, 700, 600};
    }

    private static int[] day(String hours) {
        int[] day = new int[ReportingHour.PER_DAY];
        Arrays.fill(day, NONE);
        if (hours != null && !hours.isBlank()) {
            int[] measured = Pattern.compile("\\s+")
                    .splitAsStream(hours.trim())
                    .mapToInt(Integer::parseInt)
                    .toArray();
            System.arraycopy(measured, 0, day, 0, measured.length);
        }
        return day;
    }
}
